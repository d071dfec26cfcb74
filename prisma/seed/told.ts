/** A return, by whose it is and of when. */
export type Told = { partnership: string; quarterIndex: number }
