using AttributionLedger.Parties;
using AttributionLedger.Statements;

namespace AttributionLedger.Domain.Specs.Language;

/// <summary>Invented parties and claims, for no invented word may be put into the mouth of a real one.</summary>
public static class Cast
{
    public static readonly Someone Northland = new("northland", PartyKind.State);
    public static readonly Someone Ministry = new("ministry");
    public static readonly Someone Spokeswoman = new("spokeswoman", PartyKind.Person);
    public static readonly Someone Army = new("army");
    public static readonly Someone Southland = new("southland", PartyKind.State);
    public static readonly Someone Red = new("red", PartyKind.ArmedGroup);
    public static readonly Someone Blue = new("blue", PartyKind.ArmedGroup);
    public static readonly Someone Watchdog = new("watchdog");
    public static readonly Someone Director = new("director", PartyKind.Person);
    public static readonly Someone Mayor = new("mayor", PartyKind.Person);
    public static readonly Someone Hospital = new("hospital");
    public static readonly Someone Gazette = new("gazette", PartyKind.Outlet);
    public static readonly Someone Wire = new("wire", PartyKind.Outlet);
    public static readonly Someone Channel = new("channel", PartyKind.Other);
    public static readonly Someone Official = new("unnamed-1", PartyKind.Unnamed, name: "an official in the province");
    public static readonly Someone Officials = new("unnamed-2", PartyKind.Unnamed, plural: true, name: "security officials");
    public static readonly Someone Outlaws = new("outlaws", PartyKind.Described, name: "outlaw elements");

    public static readonly Proposition Blast = new("blast", ClaimKind.Occurrence);
    public static readonly Proposition SecondBlast = new("second-blast", ClaimKind.Occurrence);
    public static readonly Proposition FromTheNorth = new("from-the-north", ClaimKind.Origin);
    public static readonly Proposition FromTheHills = new("from-the-hills", ClaimKind.Origin, Broader: FromTheNorth);
    public static readonly Proposition Dead = new("dead", ClaimKind.Casualties);

    public static Proposition SecondBlastBy(Someone actor) => new($"{actor.Id}-did-second", ClaimKind.Responsibility, actor, SecondBlast);
}
