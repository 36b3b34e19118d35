import { expect, it } from "vitest"
import { passwordFault } from "../../src/rights/passwordFault.ts"

const ann = {
  email: "ann.lindqvist@company.example",
  username: "annlin",
  firstName: "Ann",
  lastName: "Lindqvist",
}
const faultOf = (password: string) =>
  passwordFault(password, ann, (one) => one === "correct horse battery staple")

it.each([
  ["fourteen signs", "too_short"],
  ["x".repeat(129), "too_long"],
  ["Correct Horse Battery Staple", "common"],
  ["abababababababab", "common"],
  ["AnnLindqvist2026!", "personal"],
  ["ann.lindqvist@company.example", "personal"],
  ["nine green bottles", null],
  ["åäö smörgåsbord 🥪", null],
])("the password %s is found to be %s", (password, fault) => {
  expect(faultOf(password)).toBe(fault)
})
