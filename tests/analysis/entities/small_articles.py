"""Small articles with their sources marked (see tests.spoken), by what is hard in them."""

SHORT_FORMS = """
⟦Dr Priya Raman|Priya Raman⟧ said on Monday that the whales sing. ⟦Raman|Priya Raman⟧ said so twice.

⟦J.R. Whitmore|J.R. Whitmore⟧ said the plan was sound, and ⟦Senator Joseph Calloway|Joseph Calloway⟧ disagreed.

⟦Joe Calloway|Joseph Calloway⟧ has said so before.

⟦Sen. Calloway|Joseph Calloway⟧ told reporters he would vote no.

⟦Whitmore|J.R. Whitmore⟧ said he was mistaken.
"""

BRITISH = """
Man jailed over shop robbery

Darren Whitlock threatened shop worker Amina Begum with a knife in March, Leeds Crown Court heard.

⟦Detective Constable Jane Hollis|Jane Hollis⟧, of West Yorkshire Police, said: “This was a terrifying ordeal.”

⟦DC Hollis|Jane Hollis⟧ added: “I hope the sentence brings some comfort.”

Ms Begum, 23, has not returned to work. “I still have nightmares,” ⟦she|Amina Begum⟧ said.

⟦Judge Peter Marlowe KC|Peter Marlowe⟧ said it was wicked.

⟦The judge|Peter Marlowe⟧ said he had shown no remorse.

⟦Whitlock|Darren Whitlock⟧, of Beeston, said he was sorry.

⟦Police|Police⟧ said they were not looking for anybody else.
"""

KNIGHTS = """
⟦Sir Alan Pryce|Alan Pryce⟧ has insisted he will not change course.

⟦The prime minister|Alan Pryce⟧ told reporters that the decision was right.

Kate Bellamy, the Conservative leader, was angry. “This is a disgrace,” ⟦she|Kate Bellamy⟧ said.

⟦Sir Alan|Alan Pryce⟧ replied that she was wrong. ⟦Mrs Bellamy|Kate Bellamy⟧ said: “He has lost the country.”

⟦Dame Helen Stokes|Helen Stokes⟧, whose inquiry took years, disagreed.

⟦Dame Helen|Helen Stokes⟧ urged both to act.
"""

PARTICLES = """
⟦European Commission President Ursula von der Linde|Ursula von der Linde⟧ said Europe was ready.

⟦Ms von der Linde|Ursula von der Linde⟧ said the deal was close.

⟦Von der Linde|Ursula von der Linde⟧ urged patience.

⟦Chinese leader Wei Jinlong|Wei Jinlong⟧ met Kim Jong-chul. ⟦Mr Wei|Wei Jinlong⟧ said peace was precious.

⟦Kim|Kim Jong-chul⟧ replied that he agreed.

⟦Rep. Alma Ocasio-Reyes|Alma Ocasio-Reyes⟧ backed it. ⟦Ocasio-Reyes|Alma Ocasio-Reyes⟧ said more was needed.
"""

ONE_SURNAME = """
⟦President Maria Delgado|Maria Delgado⟧ vowed to veto the bill, and ⟦House Speaker Tom Brandt|Tom Brandt⟧ said
he had the votes.

“I won’t blink,” ⟦the president|Maria Delgado⟧ told supporters in Ohio. ⟦Brandt|Tom Brandt⟧ was unmoved.

⟦Carl Delgado, the president’s brother|Carl Delgado⟧, said the family was united.

⟦Delgado|Maria Delgado⟧ said she would fight on.
"""

COUPLE = """
Bill Harper and Susan Harper say the council ignored them.

“They never answered,” ⟦Mrs Harper|Susan Harper⟧ said. ⟦Mr Harper|Bill Harper⟧, a retired teacher, was angry.

“I nearly fell,” ⟦he|Bill Harper⟧ said. ⟦Susan|Susan Harper⟧ said they would sue.

⟦Mr and Mrs Harper|Bill Harper and Susan Harper⟧ said the mayor, Joan Petrie, had apologised.

⟦The mayor|Joan Petrie⟧ said it would not happen again.
"""

BODIES = """
⟦Acme Holdings plc|Acme Holdings plc⟧ said it would close two plants.

⟦The company|Acme Holdings plc⟧ said demand fell.

⟦The World Health Organization (WHO)|World Health Organization⟧ said it was watching.

⟦The WHO|World Health Organization⟧ said rules were needed.

⟦The agency|World Health Organization⟧ would write some.

⟦The U.S.|United States⟧ denied the claim; ⟦US officials|US officials⟧ met in the United States.

⟦The White House|White House⟧ said talks would continue.

⟦The Justice Department|Justice Department⟧ sued Texas.

⟦The department|Justice Department⟧ said the law was illegal.

⟦The Brandt campaign|Brandt campaign⟧ was confident.
"""

DESCRIBED = """
⟦Researchers at the University of Leeds|Researchers at the University of Leeds⟧ said the drug worked.

⟦They|Researchers at the University of Leeds⟧ said it was safe.

⟦A Treasury source|Treasury source⟧ said it was dear.

⟦Some residents|Residents⟧ said the noise was unbearable.

⟦Actress Nina Corelli|Nina Corelli⟧ said she was delighted.

⟦Her lawyer, David Ross|David Ross⟧, said she would give the money away.

⟦The actress|Nina Corelli⟧ thanked her fans.
"""

SPORT = """
Jack Draycott is through to the last 16 after beating Carlos Munar. Emma Bolt lost in three sets.

“I felt nervous,” ⟦Draycott|Jack Draycott⟧ said.

⟦The 22-year-old|Jack Draycott⟧ said the crowd had helped him.

⟦Bolt|Emma Bolt⟧ said she was heartbroken. “I wanted to win,” ⟦the 19-year-old|Emma Bolt⟧ said.

⟦Her coach, Ian Platt|Ian Platt⟧, said she would be back. “She’s a fighter,” ⟦he|Ian Platt⟧ said.
"""

CHAIN = """
Anna Pereira met Lucas Stein at university.

⟦She|Anna Pereira⟧ said he was shy. ⟦He|Lucas Stein⟧ said she was loud.

⟦Stein|Lucas Stein⟧ moved to Berlin, where ⟦he|Lucas Stein⟧ told friends that the marriage was over.
"""

RELATIVE = """
The report was welcomed by Liz Trent, a Labour MP, ⟦who|Liz Trent⟧ said it was overdue.

Speaking for the families was John Bell, a retired miner ⟦who|John Bell⟧ told reporters that it came too late.
"""

UNSEEN = """
“He is special and we missed him,” said ⟦Mikel Artegui|Mikel Artegui⟧. “The reaction tells you everything.”

⟦The Rovers manager|Mikel Artegui⟧ refused to be drawn on the title race.

Sakari Bukola, 23, scored twice. ⟦Bukola|Sakari Bukola⟧ said he had been desperate to return.

Villa boss Unai Emerit was frustrated. “For me it is a foul,” ⟦the Spaniard|Unai Emerit⟧ said of the second goal.

⟦Emerit|Unai Emerit⟧ confirmed that there would be a scan.
"""

QUALIFIED = """
⟦Chancellor Rachel Moss|Rachel Moss⟧ will raise taxes. ⟦Ms Moss|Rachel Moss⟧ said there was no choice.

⟦Shadow chancellor Mel Dyson|Mel Dyson⟧ said ⟦the chancellor|Rachel Moss⟧ had broken her word.

⟦The shadow chancellor|Mel Dyson⟧ said it was a betrayal.
"""

UNNAMED = """
Ada Quill moved away in May. ⟦A neighbour|Neighbour⟧ said the street was quiet.

“It is a shame,” ⟦she|Neighbour⟧ added.

⟦Another neighbour|Another neighbour⟧ said nobody had noticed.
"""

OWNED = """
Gov. Mike Dwyer ordered flags lowered on Friday. ⟦His office|Mike Dwyer’s office⟧ said that he was sad.

Senator Ada Quill is ahead, and ⟦her campaign|Quill campaign⟧ said so. The Quill campaign opened an office.
"""

ARTICLES = {
    "people whom the recogniser does not know": UNSEEN,
    "a role with another before it": QUALIFIED,
    "somebody who is only described": UNNAMED,
    "bodies by their possessor": OWNED,
    "short forms, initials and nicknames": SHORT_FORMS,
    "British titles, surnames and ranks": BRITISH,
    "Sir and Dame go with the first name": KNIGHTS,
    "particles, hyphens and surnames that come first": PARTICLES,
    "one surname, two people": ONE_SURNAME,
    "a couple": COUPLE,
    "organisations, countries and their long forms": BODIES,
    "descriptions": DESCRIBED,
    "sport": SPORT,
    "pronouns in a chain": CHAIN,
    "who": RELATIVE,
}
