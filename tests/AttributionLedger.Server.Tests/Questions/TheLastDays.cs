namespace AttributionLedger.Server.Tests.Questions;

/// <summary>Questions about 8 to 13 March: a divided voice, an embargo, terms, consent; and by what the ledger itself recorded.</summary>
internal static class TheLastDays
{
    private const string Rivals = "rival accusations against Kingdom of Elmere and Korvad Brigade", PumpHouse = "f2: claim purported in the name of Korvad Brigade";
    private const string Elmere = "elmere: accused by 1, denies any involvement", Denying = "korvad: accused by 1, denies any involvement", Acknowledging = "korvad: acknowledged, accused by 1, acknowledges it, divided voice";
    private const string Operator = "operator: not accused, denies in part (the characterisation)", Navy = "navy: not accused, neither confirms nor denies", Boat = "boat: not accused, not recorded whether asked";
    private const string Knowledge = "korvad, f2: claim purported, denies in part (the knowledge)";

    public static readonly Question[] Questions =
    [
        new("when we learnt for whom Dun speaks", "2023-03-08T09:00+02:00", "2023-03-08T13:00+02:00")
        {
            Because = "From 13:00 Dun is known to have spoken for the Brigade since 2022: his s35 is its latest word, later than Velik's s22, which says the opposite.",
            Status = "acknowledged by Korvad Brigade", Acts = [PumpHouse], Standings = [Elmere, Acknowledging, Operator, Navy, Boat, Knowledge], Claims = ["f13 2:0"]
        },
        new("a second before an embargo ends, in public", null, "2023-03-08T17:59:59+02:00", Reading: "publishable")
        {
            Because = "s30 is under embargo until 18:00, so that f7 rests on s29; s31 of an unnamed source without terms is left out, and so is what is on deep background.",
            Status = "acknowledged by Korvad Brigade", Acts = [PumpHouse], Standings = [Elmere, Acknowledging, Operator, Navy, Boat, Knowledge],
            Claims = ["f7 1:0", "f8 0:0"], Positions = ["f7: s29", "f8: s21"]
        },
        new("the end of an embargo, in public", null, "2023-03-08T18:00+02:00", Reading: "publishable")
        {
            Because = "At 18:00 s30 is out: the ministry's spokeswoman is a second source on f7.",
            Status = "acknowledged by Korvad Brigade", Acts = [PumpHouse], Standings = [Elmere, Acknowledging, Operator, Navy, Boat, Knowledge],
            Claims = ["f7 2:0", "f8 0:0"], Positions = ["f7: s29, s30"]
        },
        new("a voice divided", "2023-03-08T22:00+02:00", "2023-03-08T22:30+02:00")
        {
            Because = "s36 is the Brigade's latest word, and Dun's s35 still lives beside it.",
            Status = Rivals, Acts = [PumpHouse], Standings = [Elmere, Denying + ", divided voice", Operator, Navy, Boat, Knowledge], Claims = ["f7 2:0", "f8 1:0", "f13 1:1"], Answered = ["interior: did not respond by deadline"]
        },
        new("a voice settled", "2023-03-08T22:00+02:00", "2023-03-09T08:00+02:00")
        {
            Because = "s36 was marked as settling the voice, noted at 08:00, and goes over all that was known by then.",
            Status = Rivals, Acts = [PumpHouse], Standings = [Elmere, Denying, Operator, Navy, Boat, Knowledge], Claims = ["f13 1:1"]
        },
        new("a minute before the new terms, in public", null, "2023-03-10T10:59+02:00", Reading: "publishable")
        {
            Because = "s27 is on deep background until the diplomat's new terms are noted at 11:00; both governments deny the letter of f10 as one.",
            Status = Rivals, Acts = [PumpHouse], Standings = [Elmere, Denying, Operator, Navy, Boat, Knowledge], Claims = ["f10 0:1", "f12 1:1"], Positions = ["f12: s10, s26, s8, s9"]
        },
        new("under the new terms, in public", null, "2023-03-10T11:00+02:00", Reading: "publishable")
        {
            Because = "s27 may be used now, and is shown; it is hedged and counts for nobody.",
            Status = Rivals, Acts = [PumpHouse], Standings = [Elmere, Denying, Operator, Navy, Boat, Knowledge], Claims = ["f12 1:1"], Positions = ["f12: s10, s26, s27, s8, s9"]
        },
        new("a day before consent was withdrawn, for the desk", null, "2023-03-12")
        {
            Because = "s32 of the port official stands beside the dockers' s5 on f11, and s31 stands on f8, from which the dockers withdrew.",
            Status = Rivals, Acts = [PumpHouse], Standings = [Elmere, Denying, Operator, Navy, Boat, Knowledge], Claims = ["f2 2:0", "f7 2:0", "f8 1:0", "f11 2:0"], Positions = ["f11: s18, s32, s5", "f8: s21, s31"]
        },
        new("the same day for the desk, without unnamed sources", null, "2023-03-12", Rules: 2)
        {
            Because = "s6, s29, s31 and s32 are of unnamed sources; the ministry on f2, its spokeswoman on f7 and the dockers on f11 are left.",
            Status = Rivals, Acts = [PumpHouse], Standings = [Elmere, Denying, Operator, Navy, Boat, Knowledge], Claims = ["f2 1:0", "f7 1:0", "f8 0:0", "f11 1:0"], Positions = ["f8: s21, s31"]
        },
        new("a day before consent was withdrawn, in public", null, "2023-03-12", Reading: "publishable")
        {
            Because = "Consent for s32 was withdrawn on the 13th, and so it is gone at every moment in public, also at earlier ones.",
            Status = Rivals, Acts = [PumpHouse], Standings = [Elmere, Denying, Operator, Navy, Boat, Knowledge], Claims = ["f2 2:0", "f7 2:0", "f8 0:0", "f11 1:0"], Positions = ["f11: s18, s5"]
        },
        new("what the ledger had recorded that week", null, "2023-03-12", Clock: "recorded")
        {
            Because = "The ledger took the sheet in years later, and by its own clock nothing was known before.",
            Status = null
        },
        new("what had been said by 14:05, by all that is recorded", "2023-03-05T14:05+02:00", "now", Clock: "recorded")
        {
            Because = "Who said s2, s6 and s16 on that day may have said it until midnight, so they are not there; every claim, affiliation and correction is known, and r1 to r4 had been asked.",
            Status = "accused: Kingdom of Elmere, by 1 source", Acts = [PumpHouse],
            Standings = ["elmere: accused by 1, asked and pending", "korvad: claim purported, asked and pending", "boat: not accused, not recorded whether asked", "operator: not accused, asked and pending", "navy: not accused, asked and pending", "korvad, f2: claim purported, not recorded whether asked"],
            Claims = ["f1 1:0", "f2 0:0", "f5 0:0", "f7 0:0", "f13 0:0"], Figures = ["hospital injured 13-13", "hospital killed 3-3"]
        },
        new("all of it, in public", "2023-03-31", "now", Clock: "recorded", Reading: "publishable")
        {
            Because = "By the ledger's clock all is known, also that s32 lost its consent: it reads as the notebook did in public on 12 March.",
            Status = Rivals, Acts = [PumpHouse], Standings = [Elmere, Denying, Operator, Navy, Boat, Knowledge], Claims = ["f2 2:0", "f7 2:0", "f8 0:0", "f11 1:0", "f12 1:1", "f13 1:1"], Positions = ["f12: s10, s26, s27, s8, s9"]
        }
    ];
}
