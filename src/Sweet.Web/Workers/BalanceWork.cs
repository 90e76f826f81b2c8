using Sweet.Web.Books.Balance;
using Sweet.Web.Payments;

namespace Sweet.Web.Workers;

/// <summary>Reads Stripe's balance for the books.</summary>
public sealed partial class BalanceWork(ReadBalance balance, ILogger<BalanceWork> log) : IWork
{
    public string Name => "read the balance";

    public async Task RunOnce(CancellationToken ct)
    {
        try
        {
            await balance.Round(ct);
        }
        catch (StripeUnavailableException exception)
        {
            Rests(exception.Message);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Stripe's balance is read on with the next round: {Reason}")]
    private partial void Rests(string reason);
}
