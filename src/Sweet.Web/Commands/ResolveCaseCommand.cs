using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Sweet.Domain;
using Sweet.Domain.Cases;
using Sweet.Web.Cases;
using Sweet.Web.Data;
using Sweet.Web.Data.Migrating;
using Sweet.Web.Hosting;
using Sweet.Web.Restoring;

namespace Sweet.Web.Commands;

/// <summary>The second form of the verb cases.</summary>
public sealed class ResolveCaseCommand(int caseId, CaseDecision decision) : Command
{
    public override string Verb => "cases";

    public override string Purpose => "carries out a decision on an open case";

    /// <returns>Null if a word is missing or is none of those that the verb knows.</returns>
    public static ResolveCaseCommand? Read(CommandWords words)
    {
        if (words.Plain is not ["resolve", var typed] || !int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var id))
            return null;

        var reason = TypedText.Clean(words.Named.GetValueOrDefault("--because"));
        CaseResolution? resolution = words.Named.GetValueOrDefault("--as") switch
        {
            "seat" => CaseResolution.Seat,
            "refund" => CaseResolution.Refund,
            "noted" => CaseResolution.Noted,
            "email" or "mail" => CaseResolution.Mail,
            _ => null,
        };
        if (resolution is null || !TypedText.IsSeen(reason) || !ReadAmount(words, out var amount)) return null;

        return new ResolveCaseCommand(id, new CaseDecision(resolution.Value, reason, amount));
    }

    /// <returns>False if something is given that is no number.</returns>
    private static bool ReadAmount(CommandWords words, out decimal? amount)
    {
        amount = null;
        if (!words.Named.TryGetValue("--amount", out var typed)) return true;
        if (!decimal.TryParse(typed, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)) return false;

        amount = number;
        return true;
    }

    public override async Task<int> Run(WebApplication app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        await ActivatorUtilities.CreateInstance<Schema>(scope.ServiceProvider).RequireCurrent(CancellationToken.None);
        if (await Resolve(scope.ServiceProvider.GetRequiredService<ResolveCase>()) is { } refusal)
            throw new StartRefusedException($"Case {caseId} stays as it is: {InWords(refusal)}");

        await Console.Out.WriteLineAsync(
            $"Case {caseId} is resolved as {CasesCommand.WordOf(decision.Resolution)}.{await Money(scope.ServiceProvider)}");
        if (decision.Resolution == CaseResolution.Mail)
            await Tell(await scope.ServiceProvider.GetRequiredService<WithheldMessages>().Staying(CancellationToken.None));
        return 0;
    }

    // As it is with the decision carried out.
    private async Task<string> Money(IServiceProvider services)
    {
        var db = services.GetRequiredService<SweetDbContext>();
        var orderId = await db.OpenCases.Where(c => c.Id == caseId).Select(c => c.OrderId).SingleAsync();
        var enrollment = await db.Enrollments.AtOnce().SingleOrDefaultAsync(e => e.Order.Id == orderId);
        return enrollment is { Order: { Paid.IsZero: false } order }
            ? $" Paid {order.Paid}, goes or went back {order.GoneBack}, stays with us {order.Paid - order.GoneBack}."
            : "";
    }

    private static async Task Tell(List<MessageThatStays> staying)
    {
        foreach (var mail in staying)
            await Console.Out.WriteLineAsync(
                $"Not sent: {mail.Kind}, {mail.Number ?? "no enrollment"} (message {mail.MessageId}): {mail.Why}.");
    }

    private async Task<CaseRefusal?> Resolve(ResolveCase resolveCase)
    {
        try
        {
            return await resolveCase.As(caseId, decision, Actor.Staff("command line"), CancellationToken.None);
        }
        catch (KeyNotFoundException missing)
        {
            throw new StartRefusedException(missing.Message);
        }
    }

    private static string InWords(CaseRefusal refusal) => refusal switch
    {
        CaseRefusal.Resolved => "it is already resolved.",
        CaseRefusal.Changed => "seat or money have moved meanwhile.",
        CaseRefusal.NotForThisKind => "a case of its kind cannot be resolved that way; the verb cases lists how it can.",
        CaseRefusal.NoSeat => "no seat is free in the cohort, or the cohort has ended.",
        CaseRefusal.HasAnotherSeat => "the address has another seat in the cohort.",
        CaseRefusal.SeatEnded => "the enrollment has ended.",
        CaseRefusal.NothingLeft =>
            "nothing of the payment is owed anymore: it has gone back, a withdrawal has counted it, or it was tried again already.",
        CaseRefusal.TakesNoSum => "a sum is given only with --as seat or --as refund, where no rule says how much goes back.",
        CaseRefusal.SumMissing => "no rule says how much goes back, or money went back at Stripe since: say the sum with --amount.",
        CaseRefusal.SumNotOwed => "the sum is not above zero, is finer than the currency, or is more than is owed of the payment.",
        _ => throw new ArgumentOutOfRangeException(nameof(refusal), refusal, null),
    };
}
