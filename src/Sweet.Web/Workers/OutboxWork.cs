using Sweet.Web.Email.Delivery;

namespace Sweet.Web.Workers;

public sealed class OutboxWork(SendDueMessages sendDueMessages) : IWork
{
    public string Name => "outbox";

    public Task RunOnce(CancellationToken ct) => sendDueMessages.RunOnce(ct);
}
