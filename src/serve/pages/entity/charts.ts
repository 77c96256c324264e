import type { Fragment } from '../../html/html.ts'
import type { PageContext } from '../page-context.ts'
import { renderSeriesSections } from './series-section.ts'
import type { PropertyGroup } from './sort-statements.ts'
import { renderTimelineSection } from './timeline-section.ts'

/** A page has no more charts than people look at. */
const MOST_CHARTS = 8

/** Draws what changed over time: what was when, and how amounts grew. */
export function renderCharts(
  groups: readonly PropertyGroup[],
  name: string,
  context: PageContext,
): Fragment {
  const timelines = groups.map((group) => renderTimelineSection(group, name, context))
  const series = groups.map((group) => renderSeriesSections(group, name, context))
  return [...timelines, ...series.flat()]
    .filter((chart) => chart !== undefined)
    .slice(0, MOST_CHARTS)
}
