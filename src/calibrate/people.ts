/** Of so many people, so many who went on; `of` may be a fraction where some have not had their time yet. */
export type People = { readonly hits: number; readonly of: number };
