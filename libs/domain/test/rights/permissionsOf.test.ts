import * as fc from "fast-check"
import { expect, it } from "vitest"
import { permissionsOf } from "../../src/rights/permissionsOf.ts"

const name = fc.constantFrom("a", "b", "c", "d")
const group = fc.constantFrom("Reader", "Editor", "Chief")
const names = fc.uniqueArray(name)
const facts = fc.record({
  groups: fc.record({ Reader: names, Editor: names, Chief: names }),
  primary: group,
  extras: fc.dictionary(fc.constantFrom("2", "3", "4"), group),
  permissions: names,
})

it("a permission is held where a group gives it, or everywhere by hand, and for no other reason", () => {
  fc.assert(
    fc.property(facts, name, ({ groups, primary, extras, permissions }, permission) => {
      const departments = Object.entries(extras).map(([departmentId, groupName]) => ({
        departmentId,
        groupName,
      }))
      const held = permissionsOf(
        { departmentId: "1", groupName: primary, extra: { departments, permissions } },
        Object.entries(groups).map(([groupName, some]) => ({
          groupName,
          description: "",
          permissions: some,
        })),
      )
      const places = Object.entries({ 1: primary, ...extras }).filter(([, one]) =>
        groups[one].includes(permission),
      )
      const found = held.filter((one) => one.name === permission)
      expect(found.map(({ extra }) => extra)).toEqual(
        places.length > 0 || permissions.includes(permission) ? [permissions.includes(permission)] : [],
      )
      expect(found.flatMap(({ because }) => because.map((one) => [one.departmentId, one.groupName]))).toEqual(
        places,
      )
      expect(held.map((one) => one.name)).toEqual(held.map((one) => one.name).sort())
    }),
  )
})
