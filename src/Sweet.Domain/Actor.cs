namespace Sweet.Domain;

/// <param name="Reference">Stripe's event id, the worker's name or the staff member's id; never a name or an address.</param>
public readonly record struct Actor(ActorKind Kind, string? Reference)
{
    public const int ReferenceMaxLength = 100;

    public static readonly Actor Student = new(ActorKind.Student, null);

    public static Actor StripeEvent(string eventId) => new(ActorKind.StripeEvent, eventId);

    public static Actor Worker(string name) => new(ActorKind.Worker, name);

    public static Actor Staff(string id) => new(ActorKind.Staff, id);
}

public enum ActorKind
{
    Student,
    StripeEvent,
    Worker,
    Staff,
}
