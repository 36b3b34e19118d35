import { describe, expect, it } from "vitest"
import { serverLogLine } from "../../src/embedded/serverLogLine.ts"

describe("serverLogLine", () => {
  it("tells the life of the server and what keeps it from starting", () => {
    for (const line of [
      "LOG:  database system was not properly shut down; automatic recovery in progress",
      'PANIC:  could not write to file "pg_wal/xlogtemp.9552": No space left on device',
      "postgres: could not find the database system",
    ]) {
      expect(serverLogLine(line)).toBe(line)
    }
  })

  it("leaves out the statement that a PANIC carries, all lines of it, and every detail", () => {
    for (const line of [
      "STATEMENT:  insert into people values ('anna@example.com',",
      "\t'bo@example.com')",
      "DETAIL:  Failed process was running: select 'anna@example.com'",
      "DETAIL:  Key (email)=(anna@example.com) already exists.",
      "QUERY:  select 'anna@example.com'",
      'CONTEXT:  COPY people, line 1, column email: "anna@example.com"',
      "HINT:  anna@example.com",
    ]) {
      expect(serverLogLine(line)).toBeUndefined()
    }
  })

  it("leaves out the refusals of a server that is starting", () => {
    expect(serverLogLine("FATAL:  the database system is starting up")).toBeUndefined()
    expect(serverLogLine("FATAL:  the database system is not yet accepting connections")).toBeUndefined()
  })
})
