/** `values` false leaves room to write in, for those who fill it in on paper first. */
export type ReviewProps = { canEdit: boolean; values: boolean; changed: ReadonlySet<string> }
