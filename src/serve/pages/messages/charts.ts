/** The words of charts and of the tables of answers, in English. */
export const chartWords = {
  valueIn: (value: string, year: string) => `${value} in ${year}`,
  summary: (name: string, values: string) => `${name}: ${values}`,
  of: (what: string, name: string) => `${what}, ${name}`,
  span: (from: string, until: string) => `${from} to ${until}`,
  since: (from: string) => `from ${from}`,
  till: (until: string) => `until ${until}`,
  more: (count: number) => `and ${count} more`,
  shown: (shown: string, all: string) => `the first ${shown} of ${all}`,
  thinned: (shown: string, all: string) =>
    `${shown} of ${all} values are drawn: the lowest and the highest of each stretch of time`,
  undated: (count: number) =>
    count === 1
      ? 'one without a year is in the list below'
      : `${count} without a year are in the list below`,
  openEnd: 'A dashed end is not known.',
  notExact: 'A hollow bar is known no more exactly.',
  unspecified: 'no further details',
  series: 'Of',
  scroll: 'Chart',
  by: (value: string, name: string) => `${value} by ${name}`,
}

/** The words of charts and of the tables of answers, in French. */
export const frenchChartWords: typeof chartWords = {
  valueIn: (value, year) => `${value} en ${year}`,
  summary: (name, values) => `${name} : ${values}`,
  of: (what, name) => `${what}, ${name}`,
  span: (from, until) => `de ${from} à ${until}`,
  since: (from) => `depuis ${from}`,
  till: (until) => `jusqu’à ${until}`,
  more: (count) => `et ${count} de plus`,
  shown: (shown, all) => `les ${shown} premiers sur ${all}`,
  thinned: (shown, all) =>
    `${shown} valeurs sur ${all} sont tracées : la plus basse et la plus haute de chaque période`,
  undated: (count) =>
    count === 1
      ? 'un élément sans année figure dans la liste ci-dessous'
      : `${count} éléments sans année figurent dans la liste ci-dessous`,
  openEnd: 'Une extrémité en tirets n’est pas connue.',
  notExact: 'Une barre creuse n’est pas connue plus exactement.',
  unspecified: 'sans autre précision',
  series: 'De',
  scroll: 'Graphique',
  by: (value, name) => `${value} par ${name}`,
}
