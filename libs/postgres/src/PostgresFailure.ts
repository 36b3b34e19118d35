import { StoreUnavailable } from "@muster/domain/ports/StoreUnavailable"
import { Data } from "effect"

/** A statement met a unique (SQLSTATE 23505), foreign key (23503, 23001) or check constraint (23514): no change. */
export class ConstraintViolated extends Data.TaggedError("ConstraintViolated")<{
  readonly kind: "unique" | "foreignKey" | "check"
  readonly constraint: string
}> {
  override get message() {
    return `The constraint ${this.constraint} forbids it.`
  }
}

/** Two statements were in each other's way, and PostgreSQL undid this one: it may be repeated as it is. */
export class Contended extends Data.TaggedError("Contended")<{ readonly cause: PostgresFault }> {}

/**
 * What went wrong, told by code and place alone: the driver's own error carries the statement's parameters and
 * PostgreSQL's message may repeat cells, so neither is kept.
 */
export class PostgresFault extends Error {
  readonly code: string
  constructor(code: string, place: string) {
    super(`PostgreSQL: ${code}${place === "" ? "" : ` (${place})`}`)
    this.name = "PostgresFault"
    this.code = code
  }
}

/** What a failed statement means. Whatever is neither of the three others is a mistake of ours: a defect. */
export const failureOf = (
  thrown: unknown,
): StoreUnavailable | ConstraintViolated | Contended | PostgresFault => {
  const error = fieldsOf(thrown)
  const fault = new PostgresFault(error.code, error.place)
  const kind = violations[error.code]
  if (kind !== undefined) return new ConstraintViolated({ kind, constraint: error.constraint })
  if (contention.has(error.code)) return new Contended({ cause: fault })
  return isAway(error.code) ? new StoreUnavailable({ cause: fault }) : fault
}

const violations: Readonly<Record<string, ConstraintViolated["kind"]>> = {
  "23505": "unique",
  "23503": "foreignKey",
  "23001": "foreignKey",
  "23514": "check",
}

/** Serialization failure and deadlock. */
const contention = new Set(["40001", "40P01"])

/**
 * PostgreSQL cannot be reached, is starting, stopping, full, on standby, or did not do it in time. Classes of
 * SQLSTATE: 08 connection, 28 sign-in, 3D no such database, 53 resources, 58 system; and 57P01-57P05 shutdown
 * and start, 57014 statement timeout, 55P03 lock timeout, 25006 read only, 40003 outcome unknown.
 */
const isAway = (code: string) =>
  /^(08|28|3D|53|58)...$/.test(code) ||
  /^(57P0[1-5]|57014|55P03|25006|40003)$/.test(code) ||
  /^(CONNECTION_|CONNECT_|SASL_|E[A-Z]{3}|TIME_LIMIT)|CERT|_SIGNATURE|^ERR_(TLS|SSL)/.test(code)

interface Fields {
  readonly code: string
  readonly place: string
  readonly constraint: string
}

const fieldsOf = (thrown: unknown): Fields => {
  const error = innermost(thrown)
  const text = (name: string) => {
    const value: unknown = Reflect.get(error, name)
    return typeof value === "string" ? value : ""
  }
  const place = ["table_name", "column_name", "constraint_name", "routine"].map(text)
  return {
    code: text("code") || text("name") || "unknown",
    place: place.filter((part) => part !== "").join(", "),
    constraint: text("constraint_name"),
  }
}

/** Drizzle wraps the driver's error; a connection tried by several addresses gives an `AggregateError`. */
const innermost = (thrown: unknown): object => {
  if (!(thrown instanceof Error)) return {}
  if (thrown instanceof AggregateError && thrown.errors[0] instanceof Error) return thrown.errors[0]
  return thrown.cause instanceof Error ? innermost(thrown.cause) : thrown
}
