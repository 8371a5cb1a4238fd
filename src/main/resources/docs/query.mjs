const base = "http://127.0.0.1:3030";
const response = await fetch(`${base}/queries/partners.json?organisation=gcsp`);
const answer = await response.json();
for (const row of answer.results.bindings) {
  console.log(row.partnerLabel.value, row.standing.value, row.evidence.value);
}
