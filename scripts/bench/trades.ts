/** A field of work to write documents about: who works in it, on what, and with which words. */
export interface Trade {
  readonly place: string
  /** Words before a role's noun ("Night", "Regional"). */
  readonly ranks: readonly string[]
  readonly nouns: readonly string[]
  readonly verbs: readonly string[]
  readonly objects: readonly string[]
  readonly titles: readonly string[]
}

const words = (list: string) => list.trim().split(/\s*,\s*/)

/** Fields of work that have little in common. */
export const trades: readonly Trade[] = [
  {
    place: 'harbour',
    ranks: words('Berth, Crane, Cargo, Pilotage, Dredging, Night, Customs, Quay, Container, Ferry'),
    nouns: words('Planner, Operator, Inspector, Coordinator, Supervisor, Officer'),
    verbs: words(
      'assign, inspect, order, record, release, schedule, weigh, escort, refuse, report',
    ),
    objects: words(
      'tugs for incoming ships, lashings of deck cargo, crane hours, draught readings, reefer plugs, mooring lines, tide tables, customs seals, pilot boats, damaged containers, gate passes, ballast reports',
    ),
    titles: words('Berths, Seals, Draught, Lashing, Gate control, Tides, Crane hours, Mooring'),
  },
  {
    place: 'orchestra',
    ranks: words('Concert, Stage, Library, Touring, Artistic, Education, Rehearsal, Choir'),
    nouns: words('Manager, Librarian, Planner, Producer, Coordinator, Director'),
    verbs: words(
      'book, mark, hire, rehearse, arrange, tune, print, negotiate, distribute, collect',
    ),
    objects: words(
      'parts for each desk, soloists, hotel rooms for tours, bowings, substitute players, recording rights, programme notes, instrument cases, risers, tour visas, school concerts, microphones',
    ),
    titles: words('Parts, Tours, Rights, Seating, Substitutes, Notes, Bowings, Visas'),
  },
  {
    place: 'hospital laboratory',
    ranks: words('Blood, Tissue, Quality, Sample, Virus, Training, Night, Reference'),
    nouns: words('Technician, Scientist, Coordinator, Auditor, Specialist, Assistant'),
    verbs: words(
      'calibrate, label, reject, store, validate, archive, compare, dispose of, enter, repeat',
    ),
    objects: words(
      'broken tubes, freezer logs, control samples, staining results, reagent lots, centrifuges, critical values, request forms, waste drums, reference ranges, cultures, proficiency tests',
    ),
    titles: words('Controls, Lots, Freezers, Critical values, Waste, Labels, Archive, Forms'),
  },
  {
    place: 'wind farm',
    ranks: words('Blade, Site, Grid, Rope, Turbine, Safety, Marine, Yield'),
    nouns: words('Technician, Engineer, Analyst, Supervisor, Controller, Planner'),
    verbs: words(
      'climb, replace, measure, forecast, torque, isolate, inspect, curtail, log, lubricate',
    ),
    objects: words(
      'gearbox oil, blade edges, bolt tension, wake losses, transformer alarms, access ladders, lightning receptors, crew transfers, noise complaints, yaw motors, ice throw zones, converter cabinets',
    ),
    titles: words('Blades, Bolts, Access, Yield, Ice, Noise, Transfers, Alarms'),
  },
  {
    place: 'school kitchen',
    ranks: words('Menu, Allergy, Delivery, Hygiene, Budget, Morning, Serving, Canteen'),
    nouns: words('Planner, Cook, Supervisor, Clerk, Assistant, Officer'),
    verbs: words('weigh, label, taste, freeze, order, discard, count, wash, portion, announce'),
    objects: words(
      'trays of the day, allergen cards, milk crates, leftover portions, oven temperatures, cutting boards, vegetarian meals, delivery notes, dinner money, fridge doors, aprons, fruit for break time',
    ),
    titles: words('Allergens, Deliveries, Temperatures, Portions, Waste, Money, Boards, Fruit'),
  },
  {
    place: 'insurance office',
    ranks: words('Claims, Risk, Policy, Fraud, Broker, Renewal, Marine, Complaints'),
    nouns: words('Handler, Underwriter, Analyst, Adjuster, Clerk, Manager'),
    verbs: words(
      'assess, settle, decline, price, explain, investigate, renew, file, estimate, notify',
    ),
    objects: words(
      'storm claims, policy wordings, repair invoices, suspicious photographs, broker questions, renewal letters, reinsurance treaties, loss reserves, medical reports, complaint deadlines, surveyor visits, deductible tables',
    ),
    titles: words(
      'Reserves, Wordings, Renewals, Surveys, Deadlines, Treaties, Photographs, Letters',
    ),
  },
  {
    place: 'tram depot',
    ranks: words('Track, Roster, Wheel, Signal, Fare, Depot, Overhead Line, Driving'),
    nouns: words('Mechanic, Dispatcher, Instructor, Inspector, Planner, Controller'),
    verbs: words('grind, swap, couple, test, publish, lock, salt, reroute, relieve, record'),
    objects: words(
      'worn flanges, duty rosters, points heaters, door sensors, pantograph strips, lost property, sand boxes, ticket machines, diversion plans, brake tests, platform edges, driver medicals',
    ),
    titles: words('Rosters, Points, Doors, Diversions, Sand, Brakes, Medicals, Machines'),
  },
  {
    place: 'botanic garden',
    ranks: words('Glasshouse, Seed, Herbarium, Tree, Visitor, Pest, Alpine, Propagation'),
    nouns: words('Gardener, Curator, Botanist, Ranger, Supervisor, Guide'),
    verbs: words('prune, press, water, graft, map, quarantine, propagate, exchange, fell, label'),
    objects: words(
      'cycad seedlings, pressed specimens, irrigation timers, seed lists, dead limbs, beetle traps, accession numbers, orchid benches, volunteer tours, compost heaps, loan requests, shade cloths',
    ),
    titles: words('Seeds, Pests, Irrigation, Loans, Limbs, Tours, Benches, Compost'),
  },
]
