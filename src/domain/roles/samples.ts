// Documents for tests, in differing shapes.

export const handbook = `# How our bakery works

Everybody has a say; these three decide.

## Head Baker

The Head Baker runs the night shift.

- Dough planning: calculate the flour and yeast for the coming night.
- **Oven control**: set temperature and steam for each batch.
- Tasting: reject loaves that miss the agreed crust.

## Shop Manager

- Rota planning: assign sellers to shifts for the coming week.
- Cash handling: count the till against the day's receipts.
- Complaint handling: answer each complaint within two days.

## Delivery Driver

- Route planning: order the stops so that schools come first.
- Cold chain: keep cream cakes below seven degrees on the road.
- Returns: bring unsold bread back to the bakery by noon.

Share this page:
Facebook
Twitter
`

export const jobDescription = `Laboratory Technician

About the role
The Laboratory Technician is responsible for preparing samples and recording their results.

Responsibilities:
  1. Calibrate the scales before each series of measurements.
  2. Dispose of chemical waste by the safety data sheet.
  3. Report any broken seal to the supervisor within an hour.

Requirements:
  - Two years in a laboratory
  - Careful handwriting

What we offer
A good canteen and thirty days of holiday.
`

export const prose = `Roles in a newsroom

1. News Editors: what they stand for

In a newsroom the role of a News Editor is to choose the stories of the day. They assign reporters to each story and set its deadline.

2. News Editors: checking

Fact Checkers verify every name and number against two sources. A Fact Checker is responsible for stopping a story that cannot be proven.

3. News Editors: pictures

The Photo Editor selects the pictures and clears their rights with the agencies. Photo Editors are tasked with writing captions for each picture.
`

export const soup = `# Leek soup

## Ingredients

- Two leeks
- Three potatoes

## Method

1. Cut the leeks and fry them in butter.
2. Add stock and cook until the potatoes are soft.
3. Blend, season and serve with bread.
`

export const page = `<!doctype html><html><head><title>x</title><style>p{}</style></head><body>
<nav><ul><li>Home</li><li>Careers</li></ul></nav>
<main><h1>Our clinic</h1>
<h2>Ward Nurse</h2><p>Ward Nurses are the heart of the ward.</p>
<ul><li><strong>Wound care:</strong> clean and dress wounds by the ward protocol.</li>
<li><strong>Handover:</strong> report the state of each patient to the next shift.</li></ul>
<h2>Clinic Manager</h2>
<ul><li>Rota planning: assign staff to shifts for the coming month.</li>
<li>Complaint handling: answer each written complaint within ten days.</li></ul>
<div class="share">Share on Facebook</div></main>
<footer>Imprint</footer><script>alert(1)</script></body></html>`

export const roleFile = `---
schema: role-file/1
id: kitchen
title: Our kitchen
---

# Chef
aliases: Head Chef

> Decides what is cooked.

## Responsibilities

- Menu: choose the dishes of the week.
- Portions: set the weight of each plate.
- Allergens: label every dish with what it contains.

## Not responsible for

- Serving guests -> Waiter

## Skills

### Technical

- Knife work
- Costing

### Soft

- Calm
- Clear words

# Waiter

> Looks after the guests.

## Responsibilities

- Orders: write each order to the kitchen at once.
- Bills: split the sum as the table wishes.
- Tables: clear plates when everybody has finished.

## Compare: Chef vs Waiter

- Place: the kitchen | the dining room

## FAQ

### Who answers questions about allergens?

The Chef, because the labels come from the kitchen.

## Cards

- Q: When does the kitchen close?
  A: At ten in the evening.
`

export const matrix = `# Who decides what at the festival

| Task | Programme Lead | Stage Crew | Treasurer | Volunteer Coordinator |
| --- | --- | --- | --- | --- |
| Book the bands | A/R | C | C | - |
| Set up the lights | I | A/R | - | - |
| Approve every invoice | C | - | A/R | - |
| Train the ticket sellers | - | - | I | A/R |
`

export const roleTable = `Our library has three jobs.

| Role | Responsibilities |
| --- | --- |
| Cataloguer | Describe each new book; assign its shelf mark. |
| Reading Room | Fetch books from the stacks; renew loans at the desk. |
| Archivist | Restore torn maps. Scan fragile letters for readers. |
`
