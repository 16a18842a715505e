import UploadFileOutlined from '@mui/icons-material/UploadFileOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import visuallyHidden from '@mui/utils/visuallyHidden';
import { useState, type ChangeEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { IdentityProvider } from '@/api/types';
import { FormField } from '@/patterns/form';

/** The provider's metadata: by address, or from a file. */
export function SamlFields({ provider: { settings, preset } }: { provider: IdentityProvider }) {
  const { t } = useTranslation('kinds');
  const [metadata, setMetadata] = useState(settings.metadata ?? '');
  return (
    <>
      <FormField
        name="settings.metadataAddress"
        type="url"
        label={t('saml.address')}
        helperText={t(`saml.addressHint.${preset}`)}
        defaultValue={settings.metadataAddress}
      />
      <FormField
        name="settings.metadata"
        label={t('saml.metadata')}
        helperText={t('saml.metadataHint')}
        value={metadata}
        onChange={(event) => setMetadata(event.target.value)}
        multiline
        minRows={2}
        maxRows={8}
      />
      <Button
        component="label"
        // The input within is the button: the label is only its face.
        role={undefined}
        tabIndex={-1}
        variant="outlined"
        startIcon={<UploadFileOutlined />}
        sx={{ alignSelf: 'flex-start' }}
      >
        {t('saml.upload')}
        <Box
          component="input"
          type="file"
          accept=".xml,application/xml,text/xml,application/samlmetadata+xml"
          sx={visuallyHidden}
          onChange={(event: ChangeEvent<HTMLInputElement>) =>
            void event.target.files?.[0]?.text().then(setMetadata)
          }
        />
      </Button>
    </>
  );
}
