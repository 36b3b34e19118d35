import { describe, expect, it } from "vitest"
import { actions, type Action } from "../../src/rights/Action.ts"
import { installation, type Actor, type KeyScope } from "../../src/rights/Actor.ts"
import { may } from "../../src/rights/may.ts"
import { mayGrant } from "../../src/rights/mayGrant.ts"

const person = (platformRole: Actor["platformRole"], ...administers: ReadonlyArray<string>): Actor => ({
  id: "user:1",
  userId: "1",
  platformRole,
  administers,
  key: null,
})
const keyOf = (owner: Actor, scope: KeyScope, databaseId: string | null = null): Actor => ({
  ...owner,
  id: "key:1",
  key: { scope, databaseId },
})

const nobody = person("none")
const ours = person("none", "ours")
const provisioner = person("userProvisioner")
const administrator = person("userAdministrator")
const superior = person("superAdministrator")

const all = Object.keys(actions) as ReadonlyArray<Action>
const allowed = (actor: Actor, databaseId: string | null) =>
  all.filter((action) => may(actor, action, databaseId) === "allowed")

describe("on the platform", () => {
  it("somebody without a role may use their own session and keys alone", () => {
    expect(allowed(nobody, null)).toEqual(["session.use", "account.manage", "apiKeys.manage"])
    expect(allowed(ours, null)).toEqual(["session.use", "account.manage", "apiKeys.manage"])
  })

  it("a user provisioner may add and see people, and change nobody", () => {
    expect(allowed(provisioner, null)).toEqual([
      "session.use",
      "users.read",
      "users.add",
      "users.invite",
      "platformImports.read",
      "platformImports.validate",
      "platformImports.run",
      "account.manage",
      "apiKeys.manage",
    ])
  })

  it("a user administrator changes people, but makes no databases and reads no audit", () => {
    expect(may(administrator, "users.change", null)).toBe("allowed")
    for (const action of ["databases.create", "audit.read"] as const)
      expect(may(administrator, action, null)).toBe("forbidden")
  })

  it("a super administrator may do everything", () => {
    expect(allowed(superior, null)).toEqual(all)
  })
})

describe("in a database", () => {
  it("its administrator may do everything that is done in a database, and sees no other one", () => {
    expect(allowed(ours, "ours")).toEqual([
      "session.use",
      "database.read",
      "database.change",
      "accesses.change",
      "databaseImports.read",
      "databaseImports.validate",
      "databaseImports.run",
      "account.manage",
      "apiKeys.manage",
    ])
    for (const action of all) expect(may(ours, action, "theirs")).toBe("hidden")
  })

  it("nobody without a right there learns that it is there", () => {
    for (const actor of [nobody, provisioner])
      for (const action of all) expect(may(actor, action, "ours")).toBe("hidden")
  })

  it("a user administrator gives access, and leaves departments and groups alone", () => {
    expect(may(administrator, "databaseImports.run", "ours")).toBe("allowed")
    expect(may(administrator, "database.change", "ours")).toBe("forbidden")
  })
})

describe("an API key", () => {
  it("does what its owner may, as far as its scope goes", () => {
    expect(may(keyOf(superior, "read"), "users.read", null)).toBe("allowed")
    expect(may(keyOf(superior, "read"), "platformImports.validate", null)).toBe("forbidden")
    expect(may(keyOf(superior, "validate"), "platformImports.validate", null)).toBe("allowed")
    expect(may(keyOf(superior, "validate"), "platformImports.run", null)).toBe("forbidden")
    expect(may(keyOf(superior, "run"), "platformImports.run", null)).toBe("allowed")
    expect(may(keyOf(nobody, "run"), "users.read", null)).toBe("forbidden")
  })

  it("for one database reaches no other and not the platform", () => {
    const key = keyOf(superior, "run", "ours")
    expect(may(key, "databaseImports.run", "ours")).toBe("allowed")
    expect(may(key, "databaseImports.run", "theirs")).toBe("hidden")
    expect(may(key, "users.read", null)).toBe("forbidden")
  })

  it("never manages keys, the installation's own included", () => {
    for (const key of [keyOf(superior, "run"), keyOf(ours, "run", "ours"), installation])
      for (const databaseId of [null, "ours"])
        expect(may(key, "apiKeys.manage", databaseId)).not.toBe("allowed")
  })
})

describe("a permission group", () => {
  const reader = { permissions: ["plan.read"] }
  const administers = { permissions: ["plan.read", "database.administer"] }

  it("that administers the database is given by its administrators and super administrators alone", () => {
    expect(mayGrant(administrator, reader, "ours")).toBe(true)
    expect(mayGrant(administrator, administers, "ours")).toBe(false)
    expect(mayGrant(ours, administers, "ours")).toBe(true)
    expect(mayGrant(superior, administers, "ours")).toBe(true)
  })

  it("is given by nobody where they may not run imports", () => {
    for (const actor of [nobody, provisioner, person("none", "theirs"), keyOf(superior, "validate")])
      expect(mayGrant(actor, reader, "ours")).toBe(false)
  })
})
