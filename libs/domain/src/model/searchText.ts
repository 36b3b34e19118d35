/** Text as search compares it: without accents, case and surplus white space, so that `Ake` finds `Åke`. */
export const foldSearch = (text: string): string =>
  text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/\s+/g, " ").trim()

/** Fewer letters than this are looked for at the beginning of words alone. */
export const anywhereFrom = 3

/** Whether folded text is found: anywhere, or, of fewer than three letters, where words begin. */
export const isFound = (folded: string, inText: string): boolean =>
  folded.length < anywhereFrom ? ` ${inText}`.includes(` ${folded}`) : inText.includes(folded)

/** What of a person is searched, folded: name, username and e-mail. */
export const searchText = (user: {
  readonly firstName: string
  readonly lastName: string
  readonly username: string
  readonly email: string
}): string => {
  const names = [user.firstName, user.lastName, user.email]
  return foldSearch((user.username === user.email ? names : [user.username, ...names]).join(" "))
}
