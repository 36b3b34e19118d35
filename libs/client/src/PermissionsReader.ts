import { Permissions } from "@muster/domain/rights/Permissions"
import { Schema } from "effect"
import type { Connection } from "./Connection.ts"
import { Refusal, send } from "./request.ts"

const decode = Schema.decodeUnknownSync(Permissions)

interface Known {
  readonly etag: string
  readonly permissions: Permissions
}

/** As many answers are kept; the one asked for longest ago goes first. */
const kept = 10_000

/**
 * What users may do, for a product that asks on each request. Muster is asked every time, so that what is taken
 * away is gone at once; where nothing has changed it answers in a few bytes (ETag; RFC 9110, 13.1.2), and what was
 * read before is told.
 */
export class PermissionsReader {
  private readonly known = new Map<string, Known>()
  private readonly connection: Connection

  constructor(connection: Connection) {
    this.connection = connection
  }

  /**
   * What a user may do in a database; null for somebody without access there. Fails with `Refusal` or
   * `Unreachable`: then nothing is known, and nothing is to be allowed.
   */
  async read(
    databaseId: string,
    userId: string,
    signal: AbortSignal | null = null,
  ): Promise<Permissions | null> {
    const [database, user] = [encodeURIComponent(databaseId), encodeURIComponent(userId)]
    const path = `/databases/${database}/users/${user}/permissions`
    const known = this.known.get(path)
    this.known.delete(path)
    try {
      const headers = known === undefined ? {} : { "If-None-Match": known.etag }
      const response = await send(this.connection, path, { signal, headers })
      if (response.status === 304 && known !== undefined) return this.keep(path, known)
      const etag = response.headers.get("ETag") ?? ""
      return this.keep(path, { etag, permissions: decode(await response.json()) })
    } catch (error) {
      if (error instanceof Refusal && error.code === "access.not_found") return null
      throw error
    }
  }

  /** Whether a user holds a permission, anywhere in a database or in one department. */
  async may(
    databaseId: string,
    userId: string,
    permission: string,
    departmentId: string | null = null,
  ): Promise<boolean> {
    const found = await this.read(databaseId, userId)
    const held = found?.permissions.find(({ name }) => name === permission)
    if (held === undefined) return false
    return (
      departmentId === null || held.extra || held.because.some((place) => place.departmentId === departmentId)
    )
  }

  private keep(path: string, known: Known): Permissions {
    this.known.set(path, known)
    const [oldest] = this.known.keys()
    if (this.known.size > kept && oldest !== undefined) this.known.delete(oldest)
    return known.permissions
  }
}
