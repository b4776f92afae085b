"""Speeches that nobody gave, and phrases that everybody says: for comparing quotes."""

from __future__ import annotations

SPEECHES: dict[str, tuple[str, ...]] = {
    "Marta Ellison": (
        "I have a dream that this harbour will be full of ships again before my daughter leaves school.",
        "I have a dream that every child on this island will learn to swim in clean water.",
        "We asked the company for its figures in March, and it has sent us nothing but brochures.",
        "The cranes were sold to pay a dividend, and the men who worked them were sent a letter.",
        "Nobody in this council voted for the closure, and nobody in this council will sign for it.",
        "If the ministry wants our dock, it can come here and ask for it in front of the people who built it.",
        "What we need is not another survey, it is a dredger, a timetable and somebody who answers the phone.",
        "We will invest nine million pounds in the ferry terminal next year, and we will do it without a loan.",
        "We will invest four million pounds in the bus station next year, and we will do it with a small loan.",
    ),
    "Tobias Renn": (
        "The committee was told in writing that the brakes had failed twice, and it chose to file the letter.",
        "I signed off the train because three engineers whom I trust told me that it was safe to run.",
        "There was pressure from the ministry to open the line before the election, and I "
        "will not pretend otherwise.",
        "When the second carriage left the rails, the driver did exactly what we had trained him to do.",
        "I am not going to hide behind my lawyers while families are waiting for an answer.",
        "The alarm in the control room was switched off because it rang so often that people "
        "stopped listening.",
        "Every bolt on that bridge was replaced in the summer, and every bolt has a number "
        "that you can look up.",
        "Every wheel on that train was measured in the autumn, and every wheel has a record that you can read.",
    ),
    "Dr Salma Qureshi": (
        "The vaccine cut hospital admissions by 62 per cent in the first winter, which is "
        "better than we had hoped.",
        "We saw no rise in heart trouble among the 14,000 volunteers, and we looked very hard for one.",
        "People ask me whether they need a third dose, and for most healthy adults the answer is no.",
        "A virus does not read press releases, so we measure it in the sewage and not on social media.",
        "The winter wave began six weeks earlier than any of our models had predicted.",
        "If we close the laboratory in the north, we will be blind to half of the country by Christmas.",
        "Children under five carry far more of it than their parents do, and they hardly ever become ill.",
        "My colleagues have slept on the floor of that laboratory, and they deserve better than a slogan.",
    ),
    "Piotr Hale": (
        "We will not sit at a table where the map has been drawn before we arrive.",
        "The ceasefire has been broken eleven times since Sunday, and eleven times they have "
        "called it a mistake.",
        "Our prisoners are coming home on Thursday, all two hundred and six of them, by the northern road.",
        "I told the president that a promise without a date is only a polite way of saying no.",
        "There can be no elections in a city whose bridges are guarded by another army.",
        "We are grateful for the tanks, but a tank that arrives in spring does not keep "
        "anybody warm in January.",
        "They want us to thank them for returning what they stole from our museums.",
        "The grain agreement will hold because both sides are hungry for money, not because they are friends.",
        "Nobody asked the farmers along the river whether they would like to live on a border.",
    ),
    "Gwen Abara": (
        "The bank knew for two years that the accounts of pensioners were being emptied, and "
        "it sent them leaflets.",
        "I have read nine hundred complaints, and the same branch manager is named in most of them.",
        "Interest rates will have to stay where they are until wages stop chasing the price of bread.",
        "We fined the firm forty million because a smaller sum would have been cheaper than obeying the law.",
        "A regulator who is loved by the industry is not doing the work that she is paid for.",
        "Small shops are paying twice as much for a card payment as the supermarket next door.",
        "If a bonus is paid in a year of losses, somebody should at least be asked to explain it.",
        "The software was sold to us as intelligent, and it could not tell a widow from a fraudster.",
    ),
    "Lena Marchetti": (
        "I missed that penalty because I changed my mind halfway through the run, and every "
        "goalkeeper can see that.",
        "We trained in the snow for three weeks so that nobody would complain about the heat tonight.",
        "The referee was twenty metres behind the play, and he gave what he thought he had seen.",
        "My knee has been operated on four times, and this summer will be the last of it.",
        "When I was a girl, there was one pitch in our valley, and the boys had it on every day but Tuesday.",
        "They pay the men's reserves more for a draw than they pay us for winning the cup.",
        "I would rather lose with these players than win with people who do not pass the ball.",
    ),
    "Hugh Castellan": (
        "The orchestra was promised a hall in 1998, and it is still rehearsing in a swimming pool.",
        "I conduct from memory because the lamp on my stand has been broken since the second world tour.",
        "A museum that is afraid of its own cellar should not be trusted with anybody else's paintings.",
        "We returned the bronze heads because they were stolen, and no label on the wall can change that.",
        "The new theatre has nine hundred seats, four bars and not one rehearsal room for the actors.",
        "Young composers are told to be bold, and then they are given eleven minutes before the interval.",
        "I wrote the opera in a lighthouse because the rent was low and nobody could bring me a newspaper.",
    ),
    "Ines Volker": (
        "The river rose by two metres in forty minutes, and the sirens stayed silent because "
        "nobody had paid the bill.",
        "We have planted six hundred thousand oaks, and the deer have eaten most of them by now.",
        "Insurance companies have drawn a red line around this valley, and they have not told "
        "the people inside it.",
        "The glacier above the village will be gone before the mortgage on the ski lift is paid.",
        "You cannot negotiate with a flood, you can only decide in a dry year where it is allowed to go.",
        "The wolves came back by themselves, and they have cost us less than the study about their return.",
        "Our firefighters are volunteers with day jobs, and they have now been out for nineteen nights.",
        "The wind farm pays for the kindergarten, the bus and the roof of the church, and "
        "still people sign petitions.",
    ),
}
"""By speaker: sentences, some of which begin or go on as others of the same speech do."""

PARALLELS: tuple[tuple[str, ...], ...] = (
    ("We will build schools for the poor.", "We will build roads for the poor."),
    ("We will build hospitals for the sick.", "We will build shelters for the homeless."),
    (
        "Give us the money and we will mend the sea wall before winter.",
        "Give us the ships and we will feed the island before winter.",
    ),
    (
        "In 2019 we treated nine children with measles in this town.",
        "In 2021 we treated forty adults with cholera in this town.",
    ),
    (
        "I have known Anna Brandt for twenty years, and I would trust her with my keys.",
        "I have known Peter Holm for eleven years, and I would lend him my boat.",
    ),
    ("They took our land and called it progress.", "They took our language and called it education."),
    ("They took our forests and called it forestry.", "They took our rivers and called it power."),
    (
        "Where there was a factory, there is now a car park for tourists.",
        "Where there was a library, there is now a betting shop for bored soldiers.",
    ),
    (
        "A nation that forgets its farmers will go hungry.",
        "A nation that forgets its poets will go silent.",
        "A nation that forgets its soldiers will go unguarded.",
    ),
    (
        "No mother should have to choose between rent and bread.",
        "No nurse should have to choose between rent and petrol.",
    ),
    (
        "The first bill that I sign will lower the price of insulin.",
        "The second bill that I sign will raise the price of whisky.",
    ),
    (
        "Our unemployment rate fell to 4.2 per cent in March.",
        "Our inflation rate rose to 6.8 per cent in August.",
    ),
    (
        "If you vote for the red list, you vote for the tunnel.",
        "If you vote for the green list, you vote for the tramway.",
    ),
    (
        "Ask the fishermen what the treaty did to their harbour.",
        "Ask the miners what the tariff did to their village.",
    ),
    ("We shall fight them in the courts.", "We shall fight them in the newspapers."),
    (
        "I want a police force that answers the telephone at night.",
        "I want a railway that runs on Sundays at night.",
        "I want a parliament that reads its laws at night.",
    ),
    (
        "She never asked for the medal, and she never wore it.",
        "She never asked for the pension, and she never spent it.",
    ),
    (
        "Every morning I see pensioners queueing outside the food bank.",
        "Every morning I see lawyers queueing outside the coffee bar.",
    ),
    ("It is time to free the hostages.", "It is time to close the embassy."),
    (
        "The minister promised us doctors, and he sent us leaflets.",
        "The minister promised us buses, and he sent us consultants.",
    ),
    (
        "You can cut a budget, but you cannot cut a river in half.",
        "You can close a border, but you cannot close a mountain in winter.",
    ),
    (
        "Ten years ago this square was full of tanks and frightened boys.",
        "Ten years ago this theatre was full of pigeons and broken chairs.",
    ),
    (
        "We beat Norway without our goalkeeper in the rain.",
        "We beat Portugal without our captain in the heat.",
    ),
    (
        "The sanctions have hurt the oligarchs more than the army.",
        "The sanctions have hurt the bakers more than the generals.",
    ),
    # From here on they were written once the rule was: it was not made with them in sight.
    ("We will cut taxes for small businesses.", "We will cut fees for young drivers."),
    ("There is no vaccine against loneliness in this city.", "There is no bus out of loneliness after ten."),
    (
        "My grandfather worked in that mine for forty years and it paid for our house.",
        "My grandmother worked in that mill for thirty years and it ruined her lungs.",
    ),
    ("We do not fear your tanks, we fear your silence.", "We do not fear your courts, we fear your cameras."),
    (
        "The people of Dorsal want a doctor who speaks their language.",
        "The people of Merrow want a judge who speaks their language.",
    ),
    (
        "When they came for the printers, we said nothing at all.",
        "When they came for the teachers, we wrote a letter.",
    ),
    (
        "This budget is good for bankers and bad for bakers.",
        "This treaty is good for sailors and bad for smugglers.",
    ),
    (
        "Let the inspectors into the reactor tomorrow morning.",
        "Let the ambulances into the stadium tomorrow morning.",
    ),
    (
        "We lost eleven firefighters in that tower, and not one resignation followed.",
        "We lost nine divers in that cave, and not one inquest followed.",
    ),
    (
        "Show me a town without a newspaper and I will show you a crooked council.",
        "Show me a school without a library and I will show you a bored child.",
    ),
    (
        "The first lesson of the flood is that dykes need money.",
        "The second lesson of the flood is that maps need readers.",
    ),
    (
        "Turnout was 61 per cent in the north, higher than in any election since 1994.",
        "Turnout was 43 per cent in the south, lower than in any election since 1978.",
    ),
)
"""Sentences of one speaker that are built alike and say different things: one speaker for each group."""

AGENCY_PHRASES = (
    "The figures could not be independently verified.",
    "The company did not immediately respond to a request for comment.",
    "A spokesman declined to comment on pending litigation.",
    "The cause of the fire is under investigation.",
    "The suspect was taken into custody without incident.",
    "No injuries were reported, and the road has been reopened to traffic.",
    "Anyone with information is asked to contact police or Crimestoppers anonymously.",
    "The victims were pronounced dead at the scene, and their names have not been released.",
    "The two leaders discussed bilateral relations and issues of mutual interest.",
    "Emergency services were called to the scene shortly after midnight.",
    "The man was taken to hospital with injuries that are not thought to be life-threatening.",
    "The minister spoke on condition of anonymity because he was not authorised to speak to the press.",
    "The talks were constructive and took place in a friendly atmosphere.",
    "Both sides agreed to continue talks in the coming weeks.",
    "The results were in line with our expectations for the third quarter.",
    "We remain on track to meet our full-year guidance.",
    "The defendant pleaded not guilty to all charges and was released on bail.",
    "An arrest has been made in connection with the incident, and enquiries are ongoing.",
    "The company said it does not comment on market speculation.",
    "A decision is expected later this week.",
    "Detectives are appealing for witnesses to come forward.",
    "The passengers were evacuated as a precaution, and no one was hurt.",
    "The motive for the attack remains unclear.",
    "Officials said the death toll is expected to rise.",
    "The two sides signed a memorandum of understanding on trade and investment.",
    "We reserve the right to take legal action.",
    "The accused is due to appear in court on Thursday.",
    "Revenue rose 4 per cent to 2.1 billion dollars in the quarter.",
    "We will review the judgment before deciding on next steps.",
    "The fire was brought under control in the early hours of the morning.",
    "The plane landed safely and nobody was injured.",
    "The embassy is providing consular assistance to the family.",
)
"""What agencies write of one event after another, as somebody's words; in two articles it is said by two people."""

PHRASES = (
    "At the end of the day, it is what it is, and we have to move forward.",
    "Our thoughts and prayers are with the families at this difficult time.",
    "We take all such allegations very seriously and are cooperating fully with the investigation.",
    "We are doing everything we can to help the people who have been affected by this.",
    "It would be inappropriate to comment further while the investigation is still ongoing.",
    "We are confident that we will get the result that we need on Saturday.",
    "This is a great day for our country and for everybody who lives in it.",
    "We have always said that the safety of our passengers comes first.",
    "I would like to thank everyone who has supported me over the years.",
    "There is still a lot of work to do, but I am very proud of the team.",
    "We want to make sure that something like this never happens again.",
    "I don't think anybody could have seen this coming.",
    "We will continue to work closely with all our partners.",
    "The most important thing is that nobody was hurt.",
    "We need to sit down together and find a solution.",
    "I have full confidence in the prime minister and in the government.",
    "We do not comment on individual cases, but we are aware of the incident.",
    "People are tired of politics and they want to see real change.",
    "Let me be absolutely clear: we will do whatever it takes.",
    "It was a tough game, but the boys gave it everything and I'm really proud of them.",
)
"""What everybody says; in two articles it is said by two people."""

CONTINUATIONS = (
    "and the harbour budget is no exception",
    "although the second half was a different story",
    "but the ministry has yet to publish its report",
    "as every nurse on the night shift can tell you",
    "so the shareholders meet again in spring",
    "which is why the orchestra went on strike",
    "even if the minister prefers her own numbers",
    "whatever the tabloids wrote about my marriage",
    "and our coach has eleven fit players left",
    "while the pilots wait for their contracts",
    "because a dry August costs us half the harvest",
    "and I say that as a former prosecutor",
    "unless Brussels changes the fishing quota",
    "now that the tunnel is finally dug",
    "and the parents of year nine know it",
    "but do not ask me about the penalty",
    "just as my grandfather did in the strike of 1926",
    "for the price of a single helicopter",
    "and the hospital roof still leaks",
    "before the first snow closes the pass",
)
"""What follows each phrase in one article and not in the others."""
