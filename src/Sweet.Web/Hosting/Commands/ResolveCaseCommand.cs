using System.Globalization;
using Sweet.Domain;
using Sweet.Domain.Orders;
using Sweet.Web.Features.Cases;

namespace Sweet.Web.Hosting.Commands;

/// <summary>The second form of the verb cases.</summary>
public sealed class ResolveCaseCommand(int caseId, CaseResolution resolution, string reason) : Command
{
    public override string Verb => "cases";

    public override string Purpose => "carries out a decision on an open case";

    /// <returns>Null if a word is missing or is none of those that the verb knows.</returns>
    public static ResolveCaseCommand? Read(CommandWords words)
    {
        if (words.Plain is not ["resolve", var typed] || !int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var id)) return null;

        var reason = words.Named.GetValueOrDefault("--because", "").Trim();
        CaseResolution? resolution = words.Named.GetValueOrDefault("--as") switch
        {
            "seat" => CaseResolution.Seat,
            "refund" => CaseResolution.Refund,
            "noted" => CaseResolution.Noted,
            "mail" => CaseResolution.Mail,
            _ => null,
        };
        return resolution is null || reason.Length == 0 ? null : new ResolveCaseCommand(id, resolution.Value, reason);
    }

    public override async Task<int> Run(WebApplication app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        await ActivatorUtilities.CreateInstance<Schema>(scope.ServiceProvider).RequireCurrent(CancellationToken.None);
        if (await Resolve(scope.ServiceProvider.GetRequiredService<ResolveCase>()) is { } refusal)
            throw new StartRefusedException($"Case {caseId} stays as it is: {InWords(refusal)}");

        await Console.Out.WriteLineAsync($"Case {caseId} is resolved as {resolution.ToString().ToLowerInvariant()}.");
        return 0;
    }

    private async Task<CaseRefusal?> Resolve(ResolveCase resolveCase)
    {
        try
        {
            return await resolveCase.As(caseId, resolution, reason, Actor.Staff("command line"), CancellationToken.None);
        }
        catch (KeyNotFoundException missing)
        {
            throw new StartRefusedException(missing.Message);
        }
    }

    private static string InWords(CaseRefusal refusal) => refusal switch
    {
        CaseRefusal.Resolved => "it is resolved already.",
        CaseRefusal.NotForThisKind => "a case of its kind cannot be resolved so; the verb cases lists how it can.",
        CaseRefusal.NoSeat => "no seat is free in the cohort, or the cohort has ended.",
        CaseRefusal.HasAnotherPlace => "the address has another place in the cohort.",
        CaseRefusal.PlaceEnded => "the enrollment has ended.",
        CaseRefusal.NothingLeft => "nothing of the payment is left to send back, or that was tried again already.",
        _ => throw new ArgumentOutOfRangeException(nameof(refusal), refusal, null),
    };
}
