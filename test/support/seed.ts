import fc from 'fast-check'

/** The same cases in every run, so that what fails here fails everywhere; `USINE_SEED=random` looks for new ones. */
const { USINE_SEED = '20261123' } = process.env

if (USINE_SEED !== 'random') fc.configureGlobal({ seed: Number(USINE_SEED) })
