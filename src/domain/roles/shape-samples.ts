// Small documents for tests, one for each shape that a real one may have.

export const bareLines = `Harbour Pilot (m/f/d)

[Apply now]   [Save job]

What you'll do

Board each ship at the outer buoy
Advise the captain on tide and current
Report damaged buoys to the port office within an hour

What you bring

A master’s licence
Good night vision
Calm in heavy weather

What we offer

Thirty days of holiday
A canteen on the quay
Free parking
`

export const wrapped = `RAILWAY RULES

1_ Signal Keeper

   o  sets the signals for each train in
      the order of the timetable
   o  writes every delay into the log

2_ Points Fitter

   a)  greases the points after every
       frost
   b)  measures the gap between the rails
       once a month
`

export const areas = `# Notes for volunteers

## Who does what

### Building

- Test the fire alarm every Wednesday
- Fix what is broken

### Front of House

- Open the doors an hour before the show
- Count the seats that are taken

### Everyone

- Sign in at the stage door
- Wear your badge on every shift
`

export const dashed = `# Office move

## Roles

**Move Sponsor** – pays the bills and chairs the weekly meeting.

**Packing Crew** – labels crates and carries them to the lift.
`

export const essay = `# Names at the end

## A man with a tape

The **focus puller** is never still. Before each take he measures the distance to the actor’s eye.

## An ear

The boom operator holds the pole above the frame.

## What holds it up

All rails belong to the Key Grip. She lays the track for the dolly. The Key Grip checks each ceiling.
`

export const ladder = `# Levels in the cellar

| | L1 Cellar Hand | L2 Winemaker |
| --- | --- | --- |
| Scope | one tank | the whole vintage |
| Harvest | Cleans the presses every night | Decides when the grapes are picked |
| Time in level | one year | open |
`

export const clauses = `# Night shift

## Duty Nurse

When a fever rises above thirty-nine degrees, the Duty Nurse calls the doctor. At the start of the shift the nurse checks every drip. Each dose is recorded in the ward book by the Duty Nurse.

## Night Porter

The Night Porter locks the side doors at ten. He must not carry keys to the drug store.
`

export const praise = `# Our choir

## Choir Master

The Choir Master plays a pivotal role in shaping the future of our music. The Choir Master acts as a bridge between tradition and innovation. The Choir Master chooses the hymns for each Sunday.
`

export const nouns = `# Bar team

## Bar Manager

Responsibilities:

- Stock control for the bar
- Order wine every Monday
- Complaints within a day
`

export const limits = `# Roles in a publishing house

## Copy Editor

- corrects spelling and house style
- marks passages that could be libel

**Does not do:** price talks with authors (that is the Rights Manager’s job)

**Not responsible for:** cover design, printing

## Rights Manager

- sells translation rights to houses abroad
- keeps the register of contracts
`

export const procedure = `# Pool staff

## Pool Attendant

- skims leaves from the water each morning
- counts swimmers every hour

## How to open the pool

1. Test the water
2. Unlock the gate
3. Raise the flag

## Rules that matter

1. Showers first
2. No glass
3. No diving
`

export const sideBySide = `# Bursar or Almoner?

## Bursar

- pays the invoices of the college
- keeps the accounts of each house

## Almoner

- visits families in need every month
- gives grants from the poor box

## Bursar vs Almoner

- **Money:** The Bursar spends fees. The Almoner spends gifts.
- **Time:** The Bursar works by term. The Almoner works all year.

## FAQ

Q1. Who signs the cheques?
The Bursar signs them.
`

export const furniture = `# How to repot a fern

Share: Facebook Twitter

1. Water the fern well.
2. Loosen the roots with a fork.
3. Press the earth down.

Subscribe to our newsletter!
`

export const letter = `# How a loaf gets to the shop

Before the street is awake there is only the night baker. She weighs the flour, mixes the dough and heats the oven. Our oven
hand loads the trays and counts the loaves of each batch.

At six it is the delivery driver who plans the round; on bad days he rings the shops as well. Somebody complains now and then.
Then the letter goes to the customers' adviser. He is independent of the shop, answers each letter within a week, and sends a voucher.

In the end the whole shop belongs to the shop manager, who signs the orders for the next day.
`

export const detours = `# Who keeps the mill running

## Stone Fitter

The Stone Fitter's expertise is vital, in dressing the stones and setting the gap between them.

## Flour Grader

Their core responsibility involves understanding the grades of wheat and sorting each sack by grade.

## Stock Keeper

Responsibilities:

- Counting sacks: Counting is half the trade, and in our mill, it involves counting every sack on Friday.
- Paying farmers: The Stock Keeper pays each farmer at the gate.
`

export const harbour = `# The hour before the ferry

Nobody on the quay talks much at five. Ola is the rope thrower, a job that no book describes. Before the ship is near, the
thrower coils both lines and checks the knots. He also counts the bollards. When the line is wet it slides into the water.

Her badge says deck supervisor, and she laughs about it. "We are a small harbour," she told me. She opens the ramp for the
lorries and signs the loading list.

Between the quay and the town stands the gate keeper, who stamps the papers of every driver.

Ticket inspectors answer letters about fares and report to the deck supervisor. They write the weekly plan; the deck supervisor signs it.
`

export const blog = `##1.Lift Fitter: up and down

\\- **Ropes:** measures each rope once a month
\\- **Doors:** adjusts the doors on every floor

##2.Night Porter

##What happens after midnight

The Night Porter locks the gates at one and writes the log.

##3.Pool Attendant

\\- Tests the water twice a day
\\- Counts the towels at night

Attendants told us that towels walk away by themselves.

##What skills do you need?

**Lift Fitter**
\\- Plan reading
\\- Head for heights

**Pool Attendant**
\\- Life saving badge
\\- Patience
`
