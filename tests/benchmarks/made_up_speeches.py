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
