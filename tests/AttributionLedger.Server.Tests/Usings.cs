global using AttributionLedger.Composition;
global using Shouldly;
global using Xunit;
global using AttributionLedger.Tests;
