// Small documents for tests that are not about roles, although somebody seems to do something in each.

export const licence = `# Terms of use for the Fernleaf fonts

## Definitions

"Licensor" means the foundry that grants this licence. "Contributor" means anyone who sends a glyph to the Licensor.
"Work" means the fonts under copyright and each file made from them.

## Grant

Each Contributor grants You a worldwide licence to copy and redistribute the Work. Each Contributor grants a patent licence
for what the Contributor has sent in. The Licensor may end this agreement when the licensee starts a patent suit.

## Conditions

- You must give any other recipient of the Work a copy of this licence.
- You must keep every copyright notice in each file that You redistribute.
- You must mark files that You have changed.

## No warranty

The Copyright Holder shall not be liable for any claim. The Contributor provides the Work without warranty of any kind.
`

export const manual = `# pondjs

A small streaming library. Call \`createReader()\` with a path and a callback.

## Event handler

- \`onData(chunk)\`: is called with each buffer that the parser returns
- returns a boolean; when it returns false, the stream is paused
- throws an exception when the callback is undefined

## Scheduler

The scheduler calls the handler once per tick. The scheduler must not block the thread: it pushes each token into an array and
returns the pointer. The dispatcher reads the array, decodes the string and sets the \`maxBytes\` option. The resource manager is
responsible for freeing the buffer. The error handler shall return an integer. See \`lib/reader.js\` and the \`--verbose\` flag.

| Option | Type | Default |
| --- | --- | --- |
| maxBytes | integer | 4096 |
| encoding | string | utf8 |
`

export const changelog = `# Changes

## 2.4.0

### Error handler

- Fix a crash when the config file is empty
- Return the pointer of the last token
- Add the --quiet flag to the command-line runner

### Parser

- Update the syntax to the new protocol
- Read the directory of plugins once

## 2.3.0

### Query planner

- Use the index of the second table
- Support unicode symbols in module names
- Fix bug in the string builder (a null byte in the buffer)

### Package manager

- Remove the macros for old compilers
- Check the bits of each pixel in debug builds
`

export const recipe = `# Leek tart

Serves four. A good baker rests the dough, and a patient cook never opens the oven.

## Pastry

- Rub the butter into the flour.
- Add water by the spoon.
- Chill the dough for an hour.

## Filling

- Slice the leeks and fry them gently.
- Beat the eggs with the cream.
- Grate the cheese.
`

export const news = `# Ferry back in service

The ferry to the islands sailed again on Monday after a week of repairs. The harbour master said that the crew had worked through
the night. The mayor will open the new pier in May, and the minister must still sign the contract for a second ship.

Passengers on the first trip were glad. "The captain waves to everybody," said one of them, a teacher who takes the boat each week.
"The shop is open again." Tickets cost as much as before. The company expects twice as many travellers in summer as last year, when
storms kept the boat in port for most of June and hotels on the islands stayed empty.
`

export const travel = `# Three days on the salt coast

The path begins behind the station. A guide meets visitors at the gate and tells of the birds. Take water with you: the only well
lies at the far end of the dunes.

On the second day the keeper of the lighthouse opens the stairs at ten. The view goes as far as the mainland. A baker sells warm
rolls from a van, and the postman brings the paper by bicycle. We walked on to the next village, where people sat in front of
their houses and a dog slept in the road.

The bus back leaves at five. The driver waits for nobody.
`

export const contract = `# Supply agreement

This agreement is made between Brackwater Mills Ltd (the "Supplier") and Tern & Sons Ltd (the "Buyer"). The parties agree as follows.

## 1. Supply

The Supplier shall deliver flour in the quantities that the Buyer orders. The Buyer shall pay each invoice within thirty days.
The Contractor of the Supplier must hold a licence for the carriage of food.

## 2. Liability

The Supplier warrants that the goods are fit for use. Neither party is liable for loss of profit. The Buyer shall indemnify the
Supplier against claims of third parties. The Carrier shall insure each load.

## 3. Term

Either party may end this agreement by notice in writing. The courts of the Supplier’s seat have jurisdiction hereunder.
`

const rain =
  'Rain fell on the roof of the house, and somewhere in the dark a door was shut. '.repeat(20)

/** Long enough for its few lookalikes to stand far apart. */
export const tale = Array.from(
  { length: 4 },
  (
    _,
    night,
  ) => `On night ${night + 1} he sat by the fire and thought of her. "The maid brings the letters at noon," he said.
${rain}
"And the gardener?" she asked. "The gardener cuts the roses too early." Nobody spoke for a long time.
${rain}
The inspector looks at his watch, and the coachman waits for him at the gate.
${rain}`,
).join('\n\n')

export const libraryGuide = `# larder

An actor library with few moving parts.

| Component | Responsibility | Lives in |
|---|---|---|
| Supervisor | Restarts actors that crash | root process |
| Courier | Delivers messages to mailboxes | thread pool |
| Registrar | Keeps the names of all actors | root process |

## The supervisor

\`\`\`python
from larder import Supervisor, Courier

supervisor = Supervisor(couriers=4)
\`\`\`

The supervisor owns the actors below it. It stops an actor that raises three exceptions in a row. The supervisor is responsible
for closing sockets, and the courier returns messages that nobody wants. A courier must never block its thread.

## Roles

- The registrar hands out names.
- The courier retries each delivery with a longer delay.
`

export const designNote = `# How the render farm works

The **dispatcher** is a daemon that hands frames to workers. A **worker** is a process on one of the servers. The **janitor** is
just a script.

## Dispatcher

- reads the configuration of each scene
- assigns frames to workers by their number of threads
- retries a frame three times

## Worker

- loads the textures into memory
- writes pixels to the buffer and sends the file back

## Janitor

- deletes files that are older than a week
- reports its crashes to the dispatcher
`

export const commandGuide = `# Cutting a trailer with reeler

Part 2. You have installed it; now you make a trailer. Allow half an hour.

## 1. Begin

\`\`\`
reeler new trailer --fps 24
\`\`\`

## 2. Roles of the marks

A *starter* fixes the first frame of a clip. The starter decides where the sound begins. Set two a clip:

1. Open the clip with \`reeler mark clip1.mov\`
2. Type its time and press Enter
3. Repeat until the counter shows 2

## 3. Run it

\`\`\`
reeler cut --threads 4
\`\`\`

The clip manager starts one renderer per core. A supervisor restarts those that run out of memory, and the scheduler hands the
next clip to whichever is idle. If the bar stands still, press Ctrl-C; no file is lost.

## 4. Write it

The writer splits the film into parts, adds marks and writes a list. Play the first part alone.
`
