import type { AuditLine } from "./AuditLine.ts"

/** The hash that the first line follows. */
export const firstHash = ""

/**
 * SHA-256, in hexadecimal, of the hash of the line before and of each part of the line with its length in
 * bytes before it, so that no two lines read alike.
 */
export const auditHash = (previous: string, line: Omit<AuditLine, "hash">): Promise<string> =>
  sha256(
    [
      previous,
      String(line.ordinal),
      line.at,
      line.actor,
      line.event,
      line.databaseId,
      line.importId,
      line.userId,
      line.details,
      line.personalHash,
    ]
      .map((part) => (part === null ? "-" : `${encoder.encode(part).length}:${part}`))
      .join(""),
  )

/** What of the personal details is in the chain. */
export const personalHash = (salt: string, personal: string): Promise<string> => sha256(salt + personal)

const encoder = new TextEncoder()

const sha256 = async (text: string): Promise<string> =>
  Array.from(new Uint8Array(await crypto.subtle.digest("SHA-256", encoder.encode(text))), (byte) =>
    byte.toString(16).padStart(2, "0"),
  ).join("")
