using System.Text.Json;
using Sweet.Sandbox.Hosting;
using Sweet.Sandbox.Webhooks;

namespace Sweet.Sandbox.Stripe.Accounts;

/// <summary>One thing at a time happens in the account; what it emits goes out as webhooks.</summary>
internal sealed class Account(TimeProvider clock, WebhookDelivery webhooks, StateFile? file)
{
    private readonly Lock gate = new();
    private readonly Books books = file?.Read() is { } saved ? JsonSerializer.Deserialize<Books>(saved, StripeJson.Options)! : new();

    /// <summary>Does the work and waits until the webhooks of it were answered, or are held back.</summary>
    public async Task<T> Do<T>(Func<Books, T> work, bool changes = true)
    {
        var (result, delivered) = Do(work, changes, after: Task.CompletedTask);
        await delivered;
        return result;
    }

    /// <summary>Does the work; its webhooks go out after <paramref name="after"/>, also when the work fails.</summary>
    /// <param name="changes">False when only time may change something; then nothing is written unless it does.</param>
    public (T Result, Task Delivered) Do<T>(Func<Books, T> work, bool changes, Task after)
    {
        var delivered = Task.CompletedTask;
        T result;
        lock (gate)
        {
            try
            {
                books.Now = clock.GetUtcNow();
                SessionLedger.ExpireOverdue(books);
                result = work(books);
            }
            finally
            {
                var emitted = books.TakeEmitted();
                if (emitted.Count > 0)
                    delivered = webhooks.Send(emitted, after);
                if (changes || emitted.Count > 0)
                    file?.Write(JsonSerializer.Serialize(books, StripeJson.Options));
            }
        }

        return (result, delivered);
    }

    /// <summary>Reads without letting time act.</summary>
    public T Look<T>(Func<Books, T> read)
    {
        lock (gate)
            return read(books);
    }
}
