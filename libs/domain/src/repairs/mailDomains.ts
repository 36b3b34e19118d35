/** Mail services that many people have addresses at, by name, with the ends of their domains. */
export const mailServices: ReadonlyMap<string, ReadonlyArray<string>> = new Map([
  ["gmail", ["com"]],
  ["googlemail", ["com"]],
  ["hotmail", ["com", "se", "no", "dk", "fi", "de", "fr", "nl", "es", "it", "be", "co.uk"]],
  ["outlook", ["com", "se", "dk", "de", "fr", "es", "it"]],
  ["icloud", ["com"]],
  ["yahoo", ["com", "se", "no", "dk", "de", "fr", "es", "it", "co.uk"]],
  ["comhem", ["se"]],
  ["bredband", ["net"]],
  ["bahnhof", ["se"]],
  ["protonmail", ["com"]],
  ["wanadoo", ["fr"]],
  ["t-online", ["de"]],
])

/** Domains that are one letter from one of those, and are somebody else's. */
export const otherDomains: ReadonlySet<string> = new Set(["grail.com", "gail.com"])

/** What is typed for a top-level domain and is none itself (IANA's list of them). */
export const misspeltEnds: ReadonlyMap<string, string> = new Map([
  ["con", "com"],
  ["cpm", "com"],
  ["cmo", "com"],
  ["ocm", "com"],
  ["vom", "com"],
  ["xom", "com"],
  ["comm", "com"],
  ["coom", "com"],
  ["como", "com"],
  ["vcom", "com"],
  ["nte", "net"],
  ["nett", "net"],
])
