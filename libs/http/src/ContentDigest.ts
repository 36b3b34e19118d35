import { createHash, type Hash } from "node:crypto"

/** What a request says of its content in `Content-Digest` (RFC 9530), by the algorithms of it that are safe. */
export class ContentDigest {
  private readonly declared: ReadonlyArray<{ readonly hash: Hash; readonly digest: string }>
  private fits: boolean | null = null

  constructor(headers: Headers) {
    const members = (headers.get("content-digest") ?? "").matchAll(member)
    this.declared = [...members].map(([, algorithm = "", digest = ""]) => ({
      hash: createHash(algorithm.replace("-", "")),
      digest,
    }))
  }

  update(bytes: Uint8Array): void {
    for (const { hash } of this.declared) hash.update(bytes)
  }

  /** Whether the content, when all of it has come, is what was said; true where nothing was. */
  matches(): boolean {
    this.fits ??= this.declared.every(({ hash, digest }) => hash.digest("base64") === digest)
    return this.fits
  }
}

const member = /(?:^|,)[ \t]*(sha-256|sha-512)=:([A-Za-z0-9+/=]*):/g
