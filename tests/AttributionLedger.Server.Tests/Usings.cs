global using AttributionLedger.Composition;
global using Shouldly;
global using Xunit;
