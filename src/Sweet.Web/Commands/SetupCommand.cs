using Sweet.Domain;
using Sweet.Web.Data.Migrating;
using Sweet.Web.Founding;

namespace Sweet.Web.Commands;

/// <summary>The first policies and the first course of a new installation. Run again it changes nothing.</summary>
public sealed class SetupCommand : Command
{
    public override string Verb => "setup";

    public override string Purpose => "makes the first policies and the first course, where there are none";

    public override bool NeedsDatabaseOnly => true;

    public override async Task<int> Run(WebApplication app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        await ActivatorUtilities.CreateInstance<Schema>(scope.ServiceProvider).RequireCurrent(CancellationToken.None);
        var made = await scope.ServiceProvider.GetRequiredService<FoundInstitute>()
            .Found(Actor.Staff("command line"), CancellationToken.None);

        foreach (var kind in made.Policies) await Console.Out.WriteLineAsync($"Made a sample of a policy: {kind}.");
        if (made.Course) await Console.Out.WriteLineAsync("Made the first course, a draft that no visitor sees.");
        if (made.IsNothing) await Console.Out.WriteLineAsync("Nothing was missing.");
        return 0;
    }
}
