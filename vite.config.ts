import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { compressAssets } from './src/dashboard/build/compress-assets.ts';
import { sendToGraphiql } from './src/dashboard/build/send-to-graphiql.ts';
import { storeOperations } from './src/dashboard/build/store-operations.ts';

const dashboard = fileURLToPath(new URL('./src/dashboard/', import.meta.url));
const api = process.env.GRAPH_URL ?? 'http://127.0.0.1:4000';

/** The pages: bundled whole, so that they work without any network but the server's own. */
export default defineConfig({
  root: dashboard,
  base: '/',
  logLevel: 'warn',
  plugins: [react(), storeOperations(), compressAssets(), sendToGraphiql(api)],
  worker: { format: 'es' },
  // GraphiQL is not developed with hot reload: its workers cannot be bundled ahead.
  optimizeDeps: { entries: ['index.html'] },
  // `npm run dev` asks a service that runs beside it.
  server: { proxy: { '/graphql': { target: api, changeOrigin: true, headers: { origin: api } } } },
  build: {
    outDir: fileURLToPath(new URL('./dist/dashboard/', import.meta.url)),
    emptyOutDir: true,
    // Monaco, the editor of GraphiQL, is that large.
    chunkSizeWarningLimit: 8000,
    rolldownOptions: {
      input: { index: `${dashboard}index.html`, graphiql: `${dashboard}graphiql.html` },
      // React's compiler marks its own modules; the marks mean nothing once bundled.
      onwarn: (warning, warn) => (warning.code === 'MODULE_LEVEL_DIRECTIVE' ? undefined : warn(warning)),
    },
  },
});
