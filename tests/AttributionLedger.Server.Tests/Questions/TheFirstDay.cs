namespace AttributionLedger.Server.Tests.Questions;

/// <summary>Questions about the night of the fire and the day after it, 4 and 5 March.</summary>
internal static class TheFirstDay
{
    private const string AgainstElmere = "accused: Kingdom of Elmere, by 1 source", Purported = "claim purported in the name of Korvad Brigade", PumpHouse = $"f2: {Purported}";

    public static readonly Question[] Questions =
    [
        new("the day before the fire", null, "2023-03-04")
        {
            Because = "The first entry of the notebook, s1, is of 00:25 on 5 March.",
            Status = null
        },
        new("a second before the first note", null, "2023-03-05T00:24:59+02:00")
        {
            Because = "s1 had been said at 00:20, but was noted at 00:25; the incident's own note is later still.",
            Status = null
        },
        new("the moment of the first note", null, "2023-03-05T00:25+02:00")
        {
            Because = "Known by then is not after then: s1 asserts f1 and f4 flatly and f5 with a hedge, which does not count.",
            Status = "unattributed", Claims = ["f1 1:0", "f4 1:0", "f5 0:0", "f6 none", "f12 none"], Positions = ["f5: s1"]
        },
        new("known, but not yet said", "2023-03-05T00:19+02:00", "2023-03-05T00:25+02:00")
        {
            Because = "s1 is known, and so are its claims, but it was said at 00:20.",
            Status = "unattributed", Claims = ["f1 0:0", "f4 0:0", "f5 0:0"], Positions = ["f1: "]
        },
        new("a post in the name of the Brigade", null, "2023-03-05T06:00+02:00")
        {
            Because = "s24 is purported, so that nobody is accused; s2 counts under the fire brigade as s1 does, and its narrower f6 supports f5.",
            Status = Purported, Standings = ["korvad: claim purported, not recorded whether asked"],
            Claims = ["f1 1:0", "f3 1:0", "f5 1:0", "f6 1:0", "f13 0:0"], Figures = ["hospital injured 10-15", "hospital killed 2-"]
        },
        new("the same night without unnamed sources", null, "2023-03-05T06:00+02:00", Rules: 2)
        {
            Because = "By the second rules the two firefighters of s2 are shown and do not count, and the fire brigade said f5 with a hedge only.",
            Status = Purported, Standings = ["korvad: claim purported, not recorded whether asked"],
            Claims = ["f1 1:0", "f3 1:0", "f5 0:0", "f6 0:0"], Positions = ["f6: s2"]
        },
        new("the first accusation", null, "2023-03-05T09:30+02:00")
        {
            Because = "s8 accuses Elmere and dismisses what names the navy; s25 is disowned and so purported, s26 is fabricated and counts for nobody.",
            Status = AgainstElmere, Acts = [PumpHouse],
            Standings = ["elmere: accused by 1, not recorded whether asked", "korvad: claim purported, not recorded whether asked", "navy: not accused, not recorded whether asked", "korvad, f2: claim purported, not recorded whether asked"],
            Claims = ["f10 0:0", "f12 1:0", "f17 0:0"]
        },
        new("what we knew when we published at 14:05", null, "2023-03-05T14:05+02:00")
        {
            Because = "r1 to r4 are noted; only s16 has answered one, on f13; the hospital's correction of s4, said at 14:00, is noted at 14:30.",
            Status = AgainstElmere, Acts = [PumpHouse],
            Standings = ["elmere: accused by 1, asked and pending", "korvad: claim purported, could not be reached", "operator: not accused, asked and pending", "navy: not accused, asked and pending", "korvad, f2: claim purported, not recorded whether asked"],
            Claims = ["f1 1:0", "f3 1:0", "f12 1:0"], Figures = ["hospital injured 14-14", "hospital killed 3-3"]
        },
        new("what had been said by 14:05, as we learnt at 14:30", "2023-03-05T14:05+02:00", "2023-03-05T14:30+02:00")
        {
            Because = "The hospital corrected s4 at 14:00, and that is known now: thirteen, not fourteen.",
            Status = AgainstElmere, Acts = [PumpHouse],
            Standings = ["elmere: accused by 1, asked and pending", "korvad: claim purported, could not be reached", "operator: not accused, asked and pending", "navy: not accused, asked and pending", "korvad, f2: claim purported, not recorded whether asked"],
            Claims = ["f3 1:0"], Figures = ["hospital injured 13-13", "hospital killed 3-3"]
        },
        new("what had been said a second before the correction", "2023-03-05T13:59:59+02:00", "2023-03-05T14:30+02:00")
        {
            Because = "A speaker's correction acts from when it was said, 14:00, however early it is known.",
            Status = AgainstElmere, Acts = [PumpHouse],
            Standings = ["elmere: accused by 1, asked and pending", "korvad: claim purported, could not be reached", "operator: not accused, asked and pending", "navy: not accused, asked and pending", "korvad, f2: claim purported, not recorded whether asked"],
            Claims = ["f3 1:0"], Figures = ["hospital injured 14-14", "hospital killed 3-3"]
        },
        new("said later than known, with another offset", "2023-03-12", "2023-03-05T12:05Z")
        {
            Because = "12:05Z is 14:05 at the harbour, and of what was not known then nothing had been said, whatever the other clock.",
            Status = AgainstElmere, Acts = [PumpHouse],
            Standings = ["elmere: accused by 1, asked and pending", "korvad: claim purported, could not be reached", "operator: not accused, asked and pending", "navy: not accused, asked and pending", "korvad, f2: claim purported, not recorded whether asked"],
            Claims = ["f3 1:0"], Figures = ["hospital injured 14-14", "hospital killed 3-3"]
        },
        new("before we knew for whom Tresk speaks", null, "2023-03-05T19:59+02:00")
        {
            Because = "Until 20:00 nothing says that Tresk speaks for Elmere: his s9 is one more source against the Brigade, and none of Elmere's voice has answered r1.",
            Status = "rival accusations against Kingdom of Elmere and Korvad Brigade", Acts = [PumpHouse],
            Standings = ["elmere: accused by 1, asked and pending", "korvad: accused by 1, could not be reached", "operator: not accused, denies in part (the characterisation)", "navy: not accused, neither confirms nor denies", "korvad, f2: claim purported, not recorded whether asked"],
            Claims = ["f12 1:0", "f13 1:0", "f16 0:0", "f17 0:0"]
        },
        new("the first day as a day", null, "2023-03-05")
        {
            Because = "A day is its end: the affiliation noted at 20:00 makes s9 Elmere's answer, in part for its scope is the order; who is accused is as before.",
            Status = "rival accusations against Kingdom of Elmere and Korvad Brigade", Acts = [PumpHouse],
            Standings = ["elmere: accused by 1, denies in part (the order)", "korvad: accused by 1, could not be reached", "operator: not accused, denies in part (the characterisation)", "navy: not accused, neither confirms nor denies", "korvad, f2: claim purported, not recorded whether asked"],
            Claims = ["f8 0:0", "f12 1:0", "f13 1:0"], Positions = ["f8: s21"]
        }
    ];
}
