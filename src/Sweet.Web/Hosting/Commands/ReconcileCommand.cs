using Sweet.Web.Workers;

namespace Sweet.Web.Hosting.Commands;

public sealed class ReconcileCommand : Command
{
    public override string Verb => "reconcile";

    public override string Purpose => "compares open orders and refunds with Stripe once, by hand";

    public override async Task<int> Run(WebApplication app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        await ActivatorUtilities.CreateInstance<Schema>(scope.ServiceProvider).RequireCurrent(CancellationToken.None);
        var failures = await scope.ServiceProvider.GetRequiredService<Reconcile>().Compare(CancellationToken.None);
        if (failures > 0) throw new StartRefusedException($"{failures} could not be compared with Stripe; the log says why. Run it again.");

        await Console.Out.WriteLineAsync("Everything that is open was compared with Stripe.");
        return 0;
    }
}
