import { createHash, randomBytes } from "node:crypto"

/** A secret of 256 random bits. */
export const newSecret = (): string => randomBytes(32).toString("base64url")

/** What is kept of a secret: its SHA-256 in hexadecimal. A secret of 256 random bits needs no salt. */
export const secretHashOf = (secret: string): string => createHash("sha256").update(secret).digest("hex")

/** A key as it is shown once: recognisable wherever it may leak to. */
export const apiKeyToken = (id: string, secret: string): string => `muster_${id}.${secret}`

/** The id and the secret of such a key; null for what is none. */
export const readApiKeyToken = (token: string): { readonly id: string; readonly secret: string } | null => {
  const [, id, secret] = /^muster_([0-9a-f-]{36})\.([\w-]{43})$/.exec(token) ?? []
  return id === undefined || secret === undefined ? null : { id, secret }
}
