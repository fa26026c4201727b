namespace AttributionLedger.Server.Tests.Questions;

/// <summary>Questions about 6 and 7 March: denials, a wrong entry, a statement that was taken back.</summary>
internal static class TheNextDays
{
    private const string Rivals = "rival accusations against Kingdom of Elmere and Korvad Brigade", PumpHouse = "f2: claim purported in the name of Korvad Brigade";
    private const string Operator = "operator: not accused, denies in part (the characterisation)", Navy = "navy: not accused, neither confirms nor denies", Boat = "boat: not accused, not recorded whether asked";
    private const string Unreached = "korvad: accused by 1, could not be reached", Unasked = "korvad, f2: claim purported, not recorded whether asked", Elmere = "elmere: accused by 1, denies any involvement";
    private const string Knowledge = "korvad, f2: claim purported, denies in part (the knowledge)";

    public static readonly Question[] Questions =
    [
        new("the moment of the denial", "2023-03-06T08:00+02:00", "2023-03-06T08:15+02:00")
        {
            Because = "s10 was said at 08:00 and noted at 08:15, and goes before Tresk's narrower s9 as Elmere's latest.",
            Status = Rivals, Acts = [PumpHouse], Standings = [Elmere, Unreached, Operator, Navy, Unasked], Claims = ["f2 1:0", "f12 1:1", "f14 0:0"]
        },
        new("a minute before the denial", "2023-03-06T07:59+02:00", "2023-03-06T08:15+02:00")
        {
            Because = "s10 is known, but had not been said: Tresk's s9 is Elmere's answer still, in part, and so no outright denial of f12.",
            Status = Rivals, Acts = [PumpHouse], Standings = ["elmere: accused by 1, denies in part (the order)", Unreached, Operator, Navy, Unasked], Claims = ["f12 1:0"]
        },
        new("an entry under the wrong speaker", null, "2023-03-06T12:00+02:00")
        {
            Because = "s34 stands in the notebook since 09:30 beside s29, and its strike is of the evening; the insurer and the Lantern have been asked, and the hospital on f3, where r7 is shown.",
            Status = Rivals, Acts = [PumpHouse], Standings = [Elmere, Unreached, Operator, Navy, Unasked], Claims = ["f7 2:0"], Positions = ["f7: s29, s34"], Beside = ["f3: r7"], Asked = ["insurer", "lantern"]
        },
        new("the same noon once the entry was struck", "2023-03-06T12:00+02:00", "2023-03-06T21:30+02:00")
        {
            Because = "The strike of s34 acts on the whole said axis once it is noted, at 21:30; the dockers' s5, noted at 18:00, makes f15 known, and had not been said by noon.",
            Status = Rivals, Acts = [PumpHouse], Standings = [Elmere, Unreached, Operator, Navy, Boat, Unasked], Claims = ["f7 1:0"], Positions = ["f7: s29"]
        },
        new("the second day as a day", null, "2023-03-06")
        {
            Because = "Velik's s22 denies for the Brigade, and s23 repeats it and adds nothing; the dockers' five dead of s5 rival the hospital's three; s27 is hedged, and x2 has struck s21.",
            Status = Rivals, Acts = [PumpHouse], Standings = [Elmere, "korvad: accused by 1, denies authorship", Operator, Navy, Boat, Knowledge],
            Claims = ["f3 2:0", "f8 none", "f9 none", "f11 1:0", "f12 1:1", "f13 1:1", "f14 0:0"],
            Figures = ["dockers killed 5-5, rival", "hospital injured 13-13", "hospital killed 3-3, rival"], Beside = ["f3: r7, s17"], Answered = ["insurer: declined to comment"], Asked = ["lantern"]
        },
        new("while a bulletin was struck", null, "2023-03-07T08:30+02:00")
        {
            Because = "x2 has taken s21 out since the evening, and the dockers' s33 is noted.",
            Status = Rivals, Acts = [PumpHouse], Standings = [Elmere, "korvad: accused by 1, denies authorship", Operator, Navy, Boat, Knowledge], Claims = ["f8 1:0"], Positions = ["f8: s33"]
        },
        new("when the strike was struck", "2023-03-07T08:30+02:00", "2023-03-07T09:00+02:00")
        {
            Because = "The striking of x2, noted at 09:00, revives the hint of s21, which is implied and does not count.",
            Status = Rivals, Acts = [PumpHouse], Standings = [Elmere, "korvad: accused by 1, denies authorship", Operator, Navy, Boat, Knowledge], Claims = ["f8 1:0"], Positions = ["f8: s21, s33"]
        },
        new("taken back, and not yet known", null, "2023-03-07T20:00+02:00")
        {
            Because = "The dockers took s33 back at 19:00, which is noted the next morning; Dun, of whom nothing says that he speaks for the Brigade, is a second source against it.",
            Status = Rivals, Acts = [PumpHouse], Standings = [Elmere, "korvad: accused by 2, denies authorship", Operator, Navy, Boat, Knowledge],
            Claims = ["f2 2:0", "f8 1:0", "f11 1:0", "f13 2:1"], Positions = ["f8: s21, s33"], Answered = ["insurer: declined to comment", "lantern: did not respond"], Asked = ["interior"]
        },
        new("taken back, as we learnt the next morning", "2023-03-07T20:00+02:00", "2023-03-08T09:00+02:00")
        {
            Because = "The retraction of s33 is known since 08:00, and had been said by 20:00; all else is as it was known that evening.",
            Status = Rivals, Acts = [PumpHouse], Standings = [Elmere, "korvad: accused by 2, denies authorship", Operator, Navy, Boat, Knowledge], Claims = ["f8 0:0", "f13 2:1"], Positions = ["f8: s21"]
        },
        new("known to be taken back later", "2023-03-07T18:59+02:00", "2023-03-08T09:00+02:00")
        {
            Because = "A minute before the dockers took s33 back it stood, also for those who know of it.",
            Status = Rivals, Acts = [PumpHouse], Standings = [Elmere, "korvad: accused by 2, denies authorship", Operator, Navy, Boat, Knowledge], Claims = ["f8 1:0", "f13 2:1"], Positions = ["f8: s21, s33"]
        }
    ];
}
