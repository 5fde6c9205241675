import { type Issue, SpeccadeError } from '@speccade/spec';

export const BUDGET_CATEGORIES = ['audio', 'texture', 'music', 'mesh', 'general'] as const;
export type BudgetCategory = (typeof BUDGET_CATEGORIES)[number];

/** The issue code of each category. */
export const BUDGET_CODES: Readonly<Record<BudgetCategory, string>> = {
  audio: 'E020',
  texture: 'E021',
  music: 'E022',
  mesh: 'E023',
  general: 'E024',
};

/** One limit that a spec exceeds. `actual` and `maximum` are text: some limits are lists. */
export class BudgetError extends SpeccadeError {
  readonly category: BudgetCategory;
  /** Name of the limit in the profile, such as `max_layers`. */
  readonly limit: string;
  readonly actual: string;
  readonly maximum: string;
  /** JSON path of what exceeds the limit. */
  readonly path: string;

  constructor(category: BudgetCategory, limit: string, actual: string, maximum: string, path = '') {
    super(BUDGET_CODES[category], `${category} budget exceeded: ${limit} is ${actual}, maximum is ${maximum}`);
    this.name = 'BudgetError';
    this.category = category;
    this.limit = limit;
    this.actual = actual;
    this.maximum = maximum;
    this.path = path;
  }

  /** The error as a finding about the spec. */
  toIssue(profileName: string): Issue {
    return {
      code: this.code,
      severity: 'error',
      path: this.path,
      message: this.message,
      expected: this.maximum,
      found: this.actual,
      suggestion: `change it, or use a budget profile that allows it (now "${profileName}")`,
    };
  }
}
