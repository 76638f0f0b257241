import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const dashboard = fileURLToPath(new URL('./src/dashboard/', import.meta.url));

/** The pages: bundled whole, so that they work without any network but the server's own. */
export default defineConfig({
  root: dashboard,
  base: './',
  logLevel: 'warn',
  plugins: [react()],
  worker: { format: 'es' },
  build: {
    outDir: fileURLToPath(new URL('./dist/dashboard/', import.meta.url)),
    emptyOutDir: true,
    // Monaco, the editor of GraphiQL, is that large.
    chunkSizeWarningLimit: 8000,
    rolldownOptions: {
      input: { graphiql: `${dashboard}graphiql.html` },
      // React's compiler marks its own modules; the marks mean nothing once bundled.
      onwarn: (warning, warn) => (warning.code === 'MODULE_LEVEL_DIRECTIVE' ? undefined : warn(warning)),
    },
  },
});
