import packageJson from '../package.json' with { type: 'json' };

/** Semantic version of the `speccade` package. */
export const VERSION: string = packageJson.version;
