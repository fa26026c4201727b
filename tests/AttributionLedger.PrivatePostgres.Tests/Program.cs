using AttributionLedger;
using AttributionLedger.PrivatePostgres;
using AttributionLedger.PrivatePostgres.Tests;
using Xunit.MicrosoftTestingPlatform;
using Xunit.Runner.InProc.SystemConsole;

// A command in a process of its own, for the tests about processes and environments; else the tests.
return args switch
{
    [Command.Name, var binaries] => await Command.RunAsync(binaries),
    _ when args.Contains("-automated") || args.Contains("@@") => await ConsoleRunner.Run(args),
    _ => await TestPlatformTestFramework.RunAsync(args, SelfRegisteredExtensions.AddSelfRegisteredExtensions)
};
