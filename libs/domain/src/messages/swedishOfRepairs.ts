import { evidence, type RepairTexts } from "./IssueTexts.ts"

export const swedishOfRepairs: RepairTexts = {
  misreadLetters: ({ value, details }, column) => [
    `${column} har lästs med fel teckenkodning av något program: "${value}".`,
    `Laga till "${details.to}": det är bokstäverna i UTF-8.`,
  ],
  hiddenCharacters: (issue, column) => [
    `${column} innehåller osynliga tecken eller mellanslag av annat slag (${evidence(issue).join(", ")}).`,
    `Laga till "${issue.details.to}", där bara det som syns står kvar.`,
  ],
  lookAlikeLetters: (issue, column) => [
    `${column} har bokstäver ur ett annat alfabet som liknar de övriga.`,
    `Laga till "${issue.details.to}", utan bokstäver ur ett annat alfabet: ${evidence(issue).join(", ")}.`,
  ],
  misspeltDomain: (issue) => [
    `E-postdomänen "${evidence(issue)[0]}" ser ut som ett felstavat "${evidence(issue)[1]}".`,
    `Laga till "${issue.details.to}", om inte adressen är rätt som den är.`,
  ],
  surnameFirst: (issue, column) => [
    `${column} innehåller ett helt namn med efternamnet först: "${evidence(issue)[0]}".`,
    `Laga till "${issue.details.to}", dess del av "${evidence(issue)[0]}".`,
  ],
  lostZeros: (issue) => [
    `"${issue.value}" kan ha tappat nollor som det började med.`,
    `Laga till "${issue.details.to}" (${evidence(issue)[0]}): kalkylprogram tappar nollor, och inget annat passar.`,
  ],
  madeDate: (issue) => [
    `"${issue.value}" kan vara vad ett kalkylprogram gjort av en text som liknar ett datum.`,
    `Laga till "${issue.details.to}" (${evidence(issue)[0]}): av det gör kalkylprogram det datumet, och av inget annat som finns.`,
  ],
}
