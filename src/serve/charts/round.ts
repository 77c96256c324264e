/** Rounds a place in a drawing: a hundredth of a unit cannot be seen. */
export const round = (place: number): number => Math.round(place * 100) / 100
