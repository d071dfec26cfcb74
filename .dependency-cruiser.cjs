/** Who may import whom. Each rule names the wall it holds. */
module.exports = {
  forbidden: [
    { name: 'no-circles', severity: 'error', from: {}, to: { circular: true } },
    { name: 'resolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
    {
      name: 'domain-imports-only-itself',
      severity: 'error',
      from: { path: '^packages/domain/src/', pathNot: '\\.test\\.ts$' },
      to: { pathNot: '^packages/domain/src/' },
    },
    {
      name: 'database-imports-only-domain',
      severity: 'error',
      from: { path: '^prisma/' },
      to: { path: '^(apps|e2e|packages/api-client)/' },
    },
    {
      name: 'web-reaches-neither-api-nor-database',
      severity: 'error',
      from: { path: '^apps/web/' },
      to: { path: '^(apps/(api|launch|bench)|prisma|e2e)/' },
    },
    {
      name: 'features-are-islands',
      severity: 'error',
      from: { path: '^apps/web/src/features/([^/]+)/' },
      to: { path: '^apps/web/src/(features|pages|app)/', pathNot: '^apps/web/src/features/$1/' },
    },
    {
      name: 'pages-do-not-import-the-app',
      severity: 'error',
      from: { path: '^apps/web/src/pages/' },
      to: { path: '^apps/web/src/app/' },
    },
    {
      name: 'web-foundations-know-no-feature',
      severity: 'error',
      from: { path: '^apps/web/src/(ui|charts|lib)/' },
      to: { path: '^apps/web/src/(features|pages|app)/' },
    },
    {
      name: 'ui-has-no-domain-word',
      severity: 'error',
      from: { path: '^apps/web/src/ui/' },
      to: { path: '^packages/(domain|api-client)/' },
    },
    {
      name: 'recharts-only-in-charts',
      severity: 'error',
      from: { path: '^apps/web/src/', pathNot: '^apps/web/src/charts/' },
      to: { path: 'node_modules/(\\.pnpm/)?recharts' },
    },
    {
      name: 'another-module-only-through-its-service',
      severity: 'error',
      from: { path: '^apps/api/src/modules/([^/]+)/', pathNot: '\\.test\\.ts$' },
      to: {
        path: '^apps/api/src/modules/([^/]+)/',
        pathNot: ['^apps/api/src/modules/$1/', '\\.service\\.ts$'],
      },
    },
    {
      name: 'queries-and-services-do-not-import-routes',
      severity: 'error',
      from: { path: '^apps/api/src/modules/.+\\.(service|queries|schemas)\\.ts$' },
      to: { path: '(\\.routes|/app|/server)\\.ts$' },
    },
    {
      name: 'api-does-not-import-its-launcher',
      severity: 'error',
      from: { path: '^apps/api/' },
      to: { path: '^apps/(launch|web|bench)/' },
    },
    {
      name: 'only-tests-import-testing',
      severity: 'error',
      from: { path: '^apps/(api|web)/src/', pathNot: '(\\.test\\.tsx?$|/testing/|write-contract\\.ts$)' },
      to: { path: '^apps/(api|web)/src/testing/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(generated/|/dist/|migrations/)' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'node', 'default'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.css'],
    },
  },
}
