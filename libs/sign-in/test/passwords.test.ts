import { Passwords } from "@muster/domain/ports/Passwords"
import { Effect } from "effect"
import { describe, expect, it } from "vitest"
import { hashPassword, verifyPassword } from "../src/argon2Password.ts"
import { passwords } from "../src/passwords.ts"

describe("a hashed password", () => {
  it("is known again, in either Unicode form, and no other one is", async () => {
    const hash = await hashPassword("sm\u00f6rg\u00e5sbord nine")
    expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/)
    expect(await verifyPassword(hash, "smo\u0308rga\u030asbord nine")).toBe(true)
    expect(await verifyPassword(hash, "smorgasbord nine")).toBe(false)
    expect(await hashPassword("sm\u00f6rg\u00e5sbord nine")).not.toBe(hash)
  })

  it("of another making is no password's", async () => {
    for (const hash of ["", "$argon2id$v=19$m=19456,t=2,p=1$", "$2b$10$abc", "plain"])
      expect(await verifyPassword(hash, "plain")).toBe(false)
  })
})

describe("a common password", () => {
  it.each([
    ["12345678900987654321", true],
    ["passwordpassword", true],
    ["Passwordpassword!!2026", true],
    ["nine green bottles", false],
  ])("%s: %s", async (password, common) => {
    const isCommon = Effect.map(Passwords, (port) => port.isCommon(password))
    expect(await Effect.runPromise(Effect.provide(isCommon, passwords))).toBe(common)
  })
})
