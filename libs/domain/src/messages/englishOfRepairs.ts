import { evidence, type RepairTexts } from "./IssueTexts.ts"

export const englishOfRepairs: RepairTexts = {
  misreadLetters: ({ value, details }, column) => [
    `${column} was read in the wrong encoding by some program: "${value}".`,
    `Repair it to "${details.to}": those are its letters in UTF-8.`,
  ],
  hiddenCharacters: (issue, column) => [
    `${column} holds invisible characters or spaces of another sort (${evidence(issue).join(", ")}).`,
    `Repair it to "${issue.details.to}", with nothing in it but what is seen.`,
  ],
  lookAlikeLetters: (issue, column) => [
    `${column} has letters of another alphabet that look like the rest.`,
    `Repair it to "${issue.details.to}", without letters of another alphabet: ${evidence(issue).join(", ")}.`,
  ],
  misspeltDomain: (issue) => [
    `The mail domain "${evidence(issue)[0]}" looks like a misspelt "${evidence(issue)[1]}".`,
    `Repair it to "${issue.details.to}", unless the address is right as it is.`,
  ],
  surnameFirst: (issue, column) => [
    `${column} holds a whole name, surname first: "${evidence(issue)[0]}".`,
    `Repair it to "${issue.details.to}", its part of "${evidence(issue)[0]}".`,
  ],
  lostZeros: (issue) => [
    `"${issue.value}" may have lost zeros that it began with.`,
    `Repair it to "${issue.details.to}" (${evidence(issue)[0]}): a spreadsheet drops zeros, and nothing else fits.`,
  ],
  madeDate: (issue) => [
    `"${issue.value}" may be what a spreadsheet made of a text that looks like a date.`,
    `Repair it to "${issue.details.to}" (${evidence(issue)[0]}): a spreadsheet makes that date of it, and of nothing else that there is.`,
  ],
}
