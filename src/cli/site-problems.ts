// Not by the face of the room, which loads all of it: starting stays quick.
export { SiteProblems } from '../sources/site/site-problems.ts'
