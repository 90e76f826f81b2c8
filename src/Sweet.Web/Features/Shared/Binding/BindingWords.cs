using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;

namespace Sweet.Web.Features.Shared.Binding;

/// <summary>Our sentences in place of the framework's own, for what is no answer to a question.</summary>
internal static class BindingWords
{
    public static void Set(DefaultModelBindingMessageProvider words)
    {
        words.SetAttemptedValueIsInvalidAccessor((_, field) => $"Choose one of the answers offered for “{field}”");
        words.SetUnknownValueIsInvalidAccessor(field => $"Choose one of the answers offered for “{field}”");
        words.SetValueIsInvalidAccessor(_ => "Choose one of the answers offered");
        words.SetNonPropertyAttemptedValueIsInvalidAccessor(_ => "Choose one of the answers offered");
        words.SetNonPropertyUnknownValueIsInvalidAccessor(() => "Choose one of the answers offered");
        words.SetValueMustNotBeNullAccessor(_ => "Choose one of the answers offered");
        words.SetMissingBindRequiredValueAccessor(field => $"Answer “{field}”");
        words.SetMissingKeyOrValueAccessor(() => "Choose one of the answers offered");
    }
}
