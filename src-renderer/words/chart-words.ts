/** What every chart says. */
export const chartWords = {
  chart: 'chart',
  asTable: 'Show as table',
  asTableOf: (title: string) => `Show as table: ${title}`,
  asChart: 'Show as chart',
  asChartOf: (title: string) => `Show as chart: ${title}`,
  walk: 'Arrow keys or the pointer go from point to point.',
  walkAndOpen: 'Arrow keys or the pointer go from point to point; Enter or a click shows its transactions.',
} as const;
