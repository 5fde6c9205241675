import { writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { library } from '../../tsup.preset.ts';

export default library(
  { index: 'src/index.ts', builders: 'src/builders/index.ts' },
  {
    async onSuccess() {
      const { completions } = await import(pathToFileURL('dist/index.js').href);
      writeFileSync('dist/completion.json', `${JSON.stringify(completions(), null, 1)}\n`);
    },
  },
);
