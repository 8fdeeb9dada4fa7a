/** Builds the folder named on the command line with Metalsmith: a page for each edition, an index for each policy. */
import { dirname } from 'node:path';
import layouts from '@metalsmith/layouts';
import markdown from '@metalsmith/markdown';
import Metalsmith from 'metalsmith';

Metalsmith(process.argv[2])
  .env('NODE_ENV', 'production')
  .source('src')
  .destination('public')
  .use((files) => {
    for (const [path, file] of Object.entries(files)) {
      const pages = Object.keys(files).filter((other) => dirname(other) === dirname(path) && other !== path);
      if (file.layout === 'list.hbs') file.pages = pages.map((other) => ({ ...files[other], path: other }));
    }
  })
  .use(markdown())
  .use(layouts({ transform: 'handlebars', pattern: '**/*.html' }))
  .build((error) => {
    if (error) throw error;
  });
