/**
 * The canonical key of a username: NFKC, each character in lower case by itself (a whole-string fold would
 * treat a final sigma apart), NFKC again, so that look-alikes by width, ligature or case are one name
 * (after RFC 8265, UsernameCaseMapped, with NFKC for its width mapping). Null for an empty name.
 */
export const usernameKey = (username: string): string | null => {
  if (username === "") return null
  if (ascii.test(username)) return username.toLowerCase()
  const folded = Array.from(username.normalize("NFKC"), (character) => character.toLowerCase())
    .join("")
    .replaceAll("ς", "σ")
    .normalize("NFKC")
  return folded === "" ? null : folded
}

/** Of these, folding changes case alone. */
const ascii = /^[\x00-\x7f]*$/
