/** Text as search compares it: without accents, case and surplus white space, so that `Ake` finds `Åke`. */
export const foldSearch = (text: string): string =>
  text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/\s+/g, " ").trim()

/** What of a person is searched, folded: name, username and e-mail. */
export const searchText = (user: {
  readonly firstName: string
  readonly lastName: string
  readonly username: string
  readonly email: string
}): string => foldSearch([user.firstName, user.lastName, user.username, user.email].join(" "))
